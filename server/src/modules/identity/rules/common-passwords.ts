/** What is tried first by whoever guesses: the most common passwords of leaked lists that are long enough to be typed here. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `1234567890 12345678910 123456789a 123456789q 1234567891 0123456789 0987654321 9876543210 123123123123 1234512345
  1122334455 11223344556677 112233445566 123456123456 1111111111 0000000000 123456654321 12345678900 1q2w3e4r5t
  1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3edc4rfv q1w2e3r4t5 q1w2e3r4t5y6 qwerty12345 qwerty123456 qwerty1234 qwertyuiop
  qwertyuiop123 qwertyuiop[] qwertyqwerty qazwsxedcrfv qazwsxedc123 asdfghjkl; asdfghjkl123 zxcvbnm123 zaq12wsxcde3
  password12 password123 password1234 password12345 password123456 passwordpassword password1! password123! p@ssw0rd123
  p@ssword123 passw0rd123 mypassword mypassword1 iloveyou12 iloveyou123 iloveyou1234 ilovemyself adminadmin admin12345
  admin123456 administrator administrator1 letmein123 welcome123 welcome1234 football123 baseball123 superman123
  batman1234 dragon1234 monkey1234 sunshine123 princess123 michael123 charlie123 computer123 internet123 samsung123
  abc1234567 abcd123456 abcdefghij abcdef123456 a123456789 aa123456789 aaaaaaaaaa qqqqqqqqqq changeme123 testtest123
  test123456 test1234567 user123456 default123 secret1234 master1234 killer1234 marina1234 natasha123 moscow2024
  moscow2025 moscow2026 moskva2024 moskva2025 moskva2026 россия2024 россия2025 россия2026 москва2024 москва2025
  москва2026 пароль1234 пароль12345 пароль123456 парольпароль йцукенгшщз йцукенгшщзхъ йцукен12345 йцукен123456
  фывапролдж фывапролджэ привет1234 привет12345 привет123456 любимая123 наташа1234 марина1234 qwerty12345678
  gfhjkm1234 gfhjkm12345 ghbdtn1234 ghbdtn12345 vfhbyf1234 yfnfif1234 zxcvbnm1234 zxcvbnm12345`.split(/\s+/),
);
