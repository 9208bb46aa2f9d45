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
        president|-|presiden,president,president-elect,presiden terpilih,acting president,pejabat presiden,interim president,transitional president,presiden sementara,presiden interim,presiden transisi,presiden petahana
        primeMinister|-|perdana menteri,prime minister,pm,premier,taoiseach,caretaker prime minister,interim prime minister,acting prime minister,prime minister-designate,perdana menteri sementara,penjabat perdana menteri,perdana menteri terpilih
        monarch|queen|ratu,queen,permaisuri,queen consort
        monarch|-|raja,king,sultan,emir,amir,kaisar,emperor,monarch,yang di-pertuan agong,grand duke
        pope|-|paus,pope,pontiff,sri paus
        chancellor|-|kanselir,chancellor
        heir|-|putra mahkota,crown prince,pangeran mahkota,crown princess,prince,pangeran,putri mahkota,princess,prince regent
        vicePresident|-|wakil presiden,vice president,vice-president,wapres,deputy president,vice president-elect,wakil presiden terpilih
        minister|foreign|menteri luar negeri,menlu,foreign minister,foreign secretary,secretary of state,external affairs minister,minister of foreign affairs,minister for foreign affairs,top diplomat,foreign affairs minister,menteri urusan luar negeri
        minister|defence|menteri pertahanan,menhan,defence minister,defense minister,defence secretary,defense secretary,secretary of defense,minister of defence,minister of defense,armed forces minister,menteri angkatan bersenjata
        minister|other|menteri,minister,menteri perdagangan,menteri keuangan,finance minister,trade minister,treasury secretary,menko,menteri koordinator,menteri ekonomi,economy minister,energy minister,menteri energi,interior minister,menteri dalam negeri,commerce secretary,health minister,menteri kesehatan,parliament speaker,ketua parlemen,ketua dpr,ketua mpr,house speaker,speaker of the house,speaker,agriculture minister,culture minister,justice minister,education minister,sports minister,tourism minister,environment minister,climate minister,labour minister,labor minister,industry minister,investment minister,science minister,oil minister,planning minister,migration minister,social affairs minister,home minister,home affairs minister,transport minister,finance secretary,home secretary,interior secretary,trade secretary,chancellor of the exchequer,attorney general,senate president,chief minister,menteri pertanian,menteri kebudayaan,menteri perhubungan,menteri hukum,menteri pendidikan,menteri agama,menteri perindustrian,menteri pariwisata,menteri lingkungan hidup,menteri tenaga kerja,menteri ketenagakerjaan,menteri sosial,menteri investasi,menteri kehakiman,menteri transportasi,menteri olahraga,menteri kehutanan,menteri kelautan,menteri bumn,menteri sekretaris negara,mensesneg,jaksa agung,ketua senat,wakil ketua parlemen
        envoy|deputy|deputy prime minister,wakil perdana menteri,vice premier,deputy foreign minister,wakil menteri luar negeri,deputy premier,first deputy prime minister,deputy defence minister,deputy defense minister,wakil menteri pertahanan,wakil menteri,wamen,wamenlu,deputy minister,vice minister,vice foreign minister,deputy secretary of state
        envoy|-|utusan khusus,special envoy,envoy,utusan,penasihat keamanan nasional,national security adviser,national security advisor,chief of staff,kepala staf,army chief,panglima,military chief,air force chief,navy chief,defence chief,defense chief,chief of the defence staff,chief of defence staff,kepala staf angkatan darat,kepala staf angkatan udara,kepala staf angkatan laut,panglima militer,panglima angkatan bersenjata,spy chief,intelligence chief,kepala intelijen,kepala badan intelijen,first lady,first gentleman,ibu negara,climate envoy,trade envoy,peace envoy,utusan perdamaian,utusan iklim,foreign policy chief,kepala kebijakan luar negeri,central bank governor,gubernur bank sentral
        envoy|opposition|leader of the opposition,opposition leader,pemimpin oposisi,ketua oposisi,tokoh oposisi
        envoy|former|former president,former prime minister,former king,former chancellor,former leader,ex-president,ex-prime minister,mantan presiden,mantan perdana menteri,mantan raja,mantan kanselir,mantan pemimpin,eks presiden,eks perdana menteri,pendahulunya,predecessor,his predecessor,her predecessor
        organisation|-|united nations secretary general,united nations secretary-general,un secretary general,un secretary-general,nato secretary general,nato secretary-general,asean secretary-general,opec secretary general,imf managing director,world bank president,who director-general,european commission president,european union foreign policy chief,sekretaris jenderal pbb,sekretaris jenderal nato,sekretaris jenderal asean,presiden bank dunia,sekretaris jenderal,sekjen,secretary-general,secretary general,presiden komisi eropa,commission president,president of the european commission,european council president,president of the european council,presiden dewan eropa,un chief,nato chief,sekjen pbb,sekjen nato,commission chief,managing director,direktur pelaksana
        organisation|bank|president of the european central bank,european central bank president,ecb president,ecb chief,governor of the bank of england,bank of england governor,governor of the bank of japan,bank of japan governor,governor of the central bank,central bank chief,governor of the reserve bank,reserve bank governor,chair of the federal reserve,federal reserve chair,chairman of the federal reserve,federal reserve chairman,fed chair,fed chairman,gubernur bank indonesia,gubernur bi,gubernur bank sentral eropa,presiden bank sentral eropa,presiden ecb,gubernur bank of japan,gubernur bank of england,ketua federal reserve,ketua the fed,gubernur the fed
        organisation|lender|president of the world bank,world bank chief,imf chief,managing director of the imf,managing director of the international monetary fund,president of the asian development bank,presiden bank pembangunan asia,direktur pelaksana imf,direktur pelaksana dana moneter internasional,presiden adb
        organisation|sport|fifa president,president of fifa,fifa chief,uefa president,president of uefa,ioc president,president of the international olympic committee,president of the football federation,football federation president,president of the olympic committee,afc president,presiden fifa,presiden uefa,presiden ioc,presiden komite olimpiade internasional,presiden afc,ketua umum pssi,ketum pssi,ketua pssi,presiden federasi sepak bola,ketua federasi sepak bola,ketua umum koni,ketua komite olimpiade
        organisation|faith|grand imam of al-azhar,grand imam,grand sheikh of al-azhar,imam besar al-azhar,grand syekh al-azhar,imam besar,syekh al-azhar,archbishop of canterbury,uskup agung canterbury,ecumenical patriarch,patriarch of constantinople,patriarch of moscow,patriark moskow,patriark konstantinopel,patriark ekumenis,dalai lama,coptic pope,aga khan,grand mufti,mufti agung,chief rabbi,kepala rabi,ketua umum pbnu,ketua umum muhammadiyah,ketua umum pp muhammadiyah
        organisation|body|head of the world health organization,head of the world health organisation,director-general of the world health organization,who chief,director general of the iaea,director-general of the iaea,iaea director general,iaea director-general,iaea chief,direktur jenderal iaea,direktur jenderal who,un high commissioner for refugees,un human rights chief,un refugee chief,komisaris tinggi pbb untuk pengungsi,komisaris tinggi pbb untuk ham,un general assembly president,president of the un general assembly,presiden majelis umum pbb,european parliament president,president of the european parliament,presiden parlemen eropa,african union commission chairman,chairman of the african union commission,ketua komisi uni afrika,secretary general of the united nations,secretary-general of the united nations,secretary general of nato,secretary-general of nato,secretary general of asean,secretary-general of asean,sekretaris jenderal opec,sekretaris jenderal oki,opec chief,icc prosecutor,jaksa mahkamah pidana internasional,jaksa icc
        """
}
