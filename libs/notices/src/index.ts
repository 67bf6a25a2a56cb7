export { NOTICE_DELIVER_TOPIC, NOTICE_SQL } from './persistence/notice-sql';
