/// Offices of those who travel on a state's behalf.
struct Office: Hashable, Sendable {
    /// Which offices are the same one in other words: `head` fits any head of state or government.
    enum Kind: String, Sendable {
        case head, president, primeMinister, monarch, pope, chancellor, heir, vicePresident, minister, envoy,
            organisation
    }

    let kind: Kind
    /// Tells ministers of one state apart.
    let field: String

    static func isSame(_ one: Office, _ other: Office) -> Bool {
        if one.kind == other.kind {
            return one.field == other.field || (one.kind == .minister && [one.field, other.field].contains("other"))
        }
        let heads: Set<Kind> = [.president, .primeMinister, .monarch, .pope, .chancellor]
        return (one.kind == .head && heads.contains(other.kind)) || (other.kind == .head && heads.contains(one.kind))
    }

    /// How much it weighs when a text has several travellers.
    var weight: Double {
        switch kind {
        case .head, .president, .primeMinister, .monarch, .pope, .chancellor: 2
        case .heir, .vicePresident, .organisation: 1.5
        case .minister, .envoy: 1
        }
    }

    static let table: PhraseTable<Office> = {
        var table = PhraseTable<Office>()
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: "|")
            guard let kind = Kind(rawValue: String(cells[0])) else { continue }
            for name in cells[2].split(separator: ",") {
                table.add(name, Office(kind: kind, field: cells[1] == "-" ? "" : String(cells[1])))
            }
        }
        table.finish()
        return table
    }()

    private static let text = """
        head|-|counterpart,mitranya,pemimpin,pemimpin tertinggi,leader,supreme leader,kepala negara,head of state,kepala pemerintahan,head of government,penguasa,ruler,strongman
        president|-|presiden,president,president-elect,presiden terpilih,acting president,pejabat presiden
        primeMinister|-|perdana menteri,prime minister,pm,premier,taoiseach
        monarch|-|raja,king,ratu,queen,sultan,emir,amir,kaisar,emperor,monarch,yang di-pertuan agong,grand duke
        pope|-|paus,pope,pontiff,sri paus
        chancellor|-|kanselir,chancellor
        heir|-|putra mahkota,crown prince,pangeran mahkota,crown princess,prince,pangeran,putri mahkota
        vicePresident|-|wakil presiden,vice president,vice-president,wapres,deputy president
        minister|foreign|menteri luar negeri,menlu,foreign minister,foreign secretary,secretary of state,external affairs minister
        minister|defence|menteri pertahanan,menhan,defence minister,defense minister,defence secretary,defense secretary,secretary of defense
        minister|other|menteri,minister,menteri perdagangan,menteri keuangan,finance minister,trade minister,treasury secretary,menko,menteri koordinator,menteri ekonomi,economy minister,energy minister,menteri energi,interior minister,menteri dalam negeri,commerce secretary,health minister,menteri kesehatan,deputy prime minister,wakil perdana menteri,vice premier,deputy foreign minister,wakil menteri luar negeri,parliament speaker,ketua parlemen,ketua dpr,ketua mpr,house speaker,speaker of the house,speaker
        envoy|-|utusan khusus,special envoy,envoy,utusan,penasihat keamanan nasional,national security adviser,national security advisor,chief of staff,kepala staf,army chief,panglima
        organisation|-|sekretaris jenderal,sekjen,secretary-general,secretary general,presiden komisi eropa,commission president,president of the european commission
        """
}
