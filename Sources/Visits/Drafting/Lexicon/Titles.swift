/// Words that stand before a name and are none of it.
enum Titles {
    static let words: Set<String> = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))

    private static let text = """
        general colonel admiral captain major lieutenant marshal brigadier commander senator secretary press chief staff spokesman
        spokeswoman spokesperson director adviser advisor dr mr mrs ms professor prof ambassador sir lord archbishop cardinal father
        bishop sheikh minister president deputy assistant aide council security national house
        kepala kantor komunikasi kepresidenan deputi bidang protokol pers media sekretariat sekretaris direktur jenderal staf khusus
        juru bicara wakil menteri luar negeri dalam presiden perdana kementerian keamanan pertahanan nasional urusan dewan brigjen
        mayjen letjen kolonel laksamana marsekal kombes irjen komisaris duta besar dubes bpk bapak ibu prof gubernur ketua anggota
        badan biro informasi perhubungan kabinet negara utusan penasihat ajudan panglima kapten letkol asisten menko hubungan
        publik umum humas jubir
        """
}
