// Syllables of invented people: frequent family, middle and given names of the Kinh and of the peoples of the north-western mountains.
const FAMILY =
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Lù Vàng Giàng Thào Sùng Cà Quàng Tẩn'.split(
    ' ',
  );
const MIDDLE = 'Văn Văn Văn Thị Thị Thị Đức Minh Hữu Quốc Thanh Ngọc Xuân Hồng Kim Thu A Thị-Thu Văn-Minh Thị-Ngọc'
  .split(' ')
  .map((name) => name.replace('-', ' '));
const GIVEN = (
  'An Anh Ánh Bảo Bắc Bích Bình Châu Chi Chiến Công Cường Dung Dũng Duy Duyên Dương Đạt Đông Giang Hà Hải Hạnh Hằng Hiền Hiếu Hòa Hoa Hoàng Hồng Huệ Hùng Huy Hương Hường Khánh Khoa Kiên Lan ' +
  'Lâm Liên Linh Loan Long Lộc Ly Mai Mạnh Mận Mỹ Nam Nga Ngân Nghĩa Nhung Oanh Phong Phúc Phương Phượng Quang Quân Quyên Quỳnh Sơn Tài Tâm Thắm Thảo Thắng Thịnh Thoa Thủy Thúy Tiến Toàn Trang Trung Tuấn Tú Tuyết Uyên Vân Việt Vinh Yến'
).split(' ');

/** Each syllable as written and as searched. */
export function nameParts(foldText) {
  const both = (names) => ({ written: names, folded: names.map(foldText) });
  return { family: both(FAMILY), middle: both(MIDDLE), given: both(GIVEN) };
}
