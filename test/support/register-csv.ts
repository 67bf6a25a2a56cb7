/** A register of people nobody knows, all of one commune, as a file of text. Numbers of invented series. */
export function registerCsv(rows: number, commune = 'Xã 12001'): Buffer {
  const lines = ['TT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Xã,Ngày đăng ký,Ngày ký HĐ,Ngày xuất cảnh,Thị trường,Ngày hết hạn HĐ'];
  for (let n = 1; n <= rows; n++)
    lines.push(
      `${n},Vàng A ${['Páo', 'Chứ', 'Dơ', 'Lử', 'Sình'][n % 5]},01/02/1998,Nam,012098${900_000 + n},${commune},01/03/2023,01/06/2023,01/08/2023,Nhật Bản,01/08/2026`,
    );
  return Buffer.from(lines.join('\r\n'));
}
