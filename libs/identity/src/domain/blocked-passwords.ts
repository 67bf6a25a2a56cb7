/**
 * Words that begin most guessed passwords, folded: international lists, keyboard rows, Vietnamese habits, and the words of this house.
 * A password made of them alone is refused, however long.
 */
export const BLOCKED_PASSWORDS: readonly string[] = `
password passw0rd passwort pass word admin administrator root user login welcome letmein master secret default test demo guest access
qwertyuiop qwerty asdfghjkl asdfgh zxcvbnm zxcvbn qazwsxedc qazwsx 1qaz2wsx 1q2w3e4r 1q2w3e qweasdzxc abcdefghijklmnopqrstuvwxyz abcdefgh abcdef abcd1234 abc123 aabbcc
iloveyou princess sunshine football baseball dragon monkey shadow superman batman michael jennifer jordan hunter trustno1 whatever freedom
matkhau matkhaumoi matkhaucuatoi mat khau quantri quantrivien nguoidung taikhoan dangnhap xinchao anhyeuem emyeuanh yeuem yeuanh iuem iuanh
vietnam vietnamvodich hochiminh hanoi saigon danang laichau laocai haiphong cantho hue vodich
nguyen nguyenvana nguyenvan tran phamvan hoang thanhcong hanhphuc maiyeu mottram motngan khongbiet chiuthoi toiyeuvietnam toiyeu
benve ben ve trungtam trungtamdichvuvieclam dichvuvieclam vieclam sonoivu noivu ubnd uyban nhandan xuatkhau laodong xuatkhaulaodong nguoilaodong hopdong
canbo canboxa xaphuong phuong tinh nhanvien congty doanhnghiep nganhang nganhangchinhsach chinhsachxahoi
correcthorsebatterystaple january february monday friday sunday summer winter spring autumn
`
  .split(/\s+/)
  .filter(Boolean);
