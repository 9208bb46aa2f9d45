/// What is wrong with an address as it was written; never the address, which may hold a key.
public enum AddressFault: Hashable, Sendable {
    case tooLong(atMost: Int)
    case notASCII, scheme, userName, fragment, port, openBracket, noColon, noIPv6, bracketedIPv4, hostName, noIPv4
    /// More than host and port.
    case notHostAlone
    case notOne

    /// In both languages; `{}` stands for a number.
    var words: (english: String, indonesian: String) {
        switch self {
        case .tooLong: ("an address has at most {} bytes", "alamat paling panjang {} bita")
        case .notASCII:
            (
                "an address is of plain ASCII characters; write a host of other letters as xn--…",
                "alamat terdiri dari karakter ASCII biasa; tulis nama server dengan huruf lain sebagai xn--…"
            )
        case .scheme:
            ("an address begins with https:// or http://", "alamat diawali https:// atau http://")
        case .userName:
            (
                "no name or password may stand before the host",
                "nama atau kata sandi tidak boleh ditulis di depan nama server"
            )
        case .fragment: ("an address ends before #", "alamat berakhir sebelum #")
        case .port: ("a port is 1 to 65535", "porta adalah 1 sampai 65535")
        case .openBracket: ("a bracket is not closed", "sebuah kurung tidak ditutup")
        case .noColon: ("a port follows a colon", "porta ditulis setelah titik dua")
        case .noIPv6: ("what stands in brackets is no IPv6 address", "yang ada dalam kurung bukan alamat IPv6")
        case .bracketedIPv4:
            (
                "an IPv4 address stands without brackets, as 192.0.2.7",
                "alamat IPv4 ditulis tanpa kurung, misalnya 192.0.2.7"
            )
        case .hostName: ("this is no name of a host", "ini bukan nama server")
        case .noIPv4:
            (
                "an IPv4 address is four decimal numbers, such as 192.0.2.7",
                "alamat IPv4 adalah empat bilangan desimal, misalnya 192.0.2.7"
            )
        case .notHostAlone:
            (
                "write a host, or host and port, without https:// and path",
                "tulis nama server, atau nama server dan porta, tanpa https:// dan jalur"
            )
        case .notOne: ("it must be one value", "isinya harus satu nilai")
        }
    }

    var values: [String] {
        if case .tooLong(let most) = self { [String(most)] } else { [] }
    }
}
