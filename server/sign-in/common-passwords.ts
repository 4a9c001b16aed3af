/**
 * Passwords that are tried first, in lower case and without diacritics and blanks. Short words are here for what people make
 * of them by numbers and signs until they are long enough.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  abc abcd abcde abcdef abcdefg abcdefgh abcdefghij abcdefghijk abcdefghijkl
  123456789012 1234567890123 12345678901234 123456789123 123456123456 012345678901 0123456789012 098765432109
  987654321098 121212121212 123123123123 112233445566 147258369147 111222333444 102030405060 101112131415
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 q1w2e3r4t5y6 qazwsxedcrfv
  qwerty qwertyu qwertyui qwertyuiop qwertyuiopas qwertyqwerty qwertyuiopasdfgh asdfghjkl asdfghjklzxc asdfasdfasdf
  asdfghjkl;' zxcvbnm zxcvbnmasdfg zxcvbnm,./ poiuytrewq azertyuiop azerty qwertz qwertzuiop
  password passw0rd p@ssword p@ssw0rd passpass passpassword passwordpassword passwords mypassword thisismypassword
  yourpassword newpassword oldpassword changeme changemenow changemeplease letmein letmeinnow letmeinplease
  welcome welcomeback welcomehome welcomewelcome default defaultpassword temporary temppassword temporarypassword
  secret secretpassword topsecret supersecret security administrator administrators admin adminadmin adminadminadmin
  adminpassword rootpassword root rootroot superuser superadmin manager supervisor user username userpassword
  guest guestguest test testtest testtesttest testpassword testing demo demodemo demopassword example
  iloveyou iloveyousomuch iloveyouforever iloveyoubaby ilovemyfamily ilovemyself iloveyoumore iloveyoualways
  football basketball baseball superman batman spiderman starwars pokemon princess sunshine dragon monkey master
  shadow michael jennifer charlie freedom whatever trustno trustnoone trustnobody computer internet samsung google
  facebook microsoft windows android iphone correcthorsebatterystaple correcthorse opensesame abracadabra
  matkhau matkhaumoi matkhaucu matkhaucuatoi matkhaumatkhau matkhaukhoi matkhaumacdinh doimatkhau quantri quantrivien
  nguoidung xinchao xinchaovietnam vietnam vietnamvodich vietnamvietnam toiyeuvietnam yeuvietnam
  toquocvietnam hanoi hanoivietnam saigon danang thanhphohochiminh hochiminh bachochiminh dienbien dienbienphu
  hoanganh anhyeuem emyeuanh yeuanhnhieulam yeuemnhieulam anhyeuemnhieu emyeuanhnhieu toiyeuem toiyeuanh
  toiyeubanme bomeyeucon conyeubome giadinhtoi giadinh giadinhlasomot hanhphuc hanhphucgiadinh matkhaulagi
  khongbiet khongcomatkhau khongnho quenmatkhau motnamsausaubay mothaibabonnam nguyenvana nguyenthithu nguyenvanan
  tranvan lethi dangcongsan dangbo dangbokhoi dangvien dangcongsanvietnam dangbokhoicaccoquan khoi khoikhoi
  thongke thongkethongke sanluong baocao chicuc vanphong vanphongtinhuy tinhuy banchaphanh
  `
    .split(/\s+/)
    .filter(Boolean),
);
