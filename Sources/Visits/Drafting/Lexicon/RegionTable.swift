/// Regions the press names as places to go to, and a few towns, which no list of cities or countries has.
struct Region: Sendable {
    /// The state it is part of; `nil` for one of several states.
    let state: String?
    /// Its airports, best first; empty where a journey there says nothing of an airport.
    let airports: [String]
    /// South, north, west, east, in degrees; of those of several states.
    let box: (south: Double, north: Double, west: Double, east: Double)?
}

enum RegionTable {
    static let regions: PhraseTable<Region> = {
        var table = PhraseTable<Region>()
        for line in parts.split(separator: "\n") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            let region = Region(
                state: String(cells[1]),
                airports: cells[2].split(separator: " ").map(String.init),
                box: nil
            )
            for name in cells[0].split(separator: ";") { table.add(name, region) }
        }
        for line in wide.split(separator: "\n") {
            let cells = line.split(separator: "|")
            let edges = cells[1].split(separator: " ").compactMap { Double($0) }
            let region = Region(state: nil, airports: [], box: (edges[0], edges[1], edges[2], edges[3]))
            for name in cells[0].split(separator: ";") { table.add(name, region) }
        }
        table.finish()
        return table
    }()

    private static let parts = """
        Ulaanbaatar|MN|ZMCK
        Naypyitaw;Nay Pyi Taw|MM|VYEL
        Koror;Ngerulmud|PW|PTRO
        Davos|CH|LSZH
        St Vincent and the Grenadines;St Vincent|VC|TVSA
        St Kitts and Nevis;St Kitts|KN|TKPK
        St Lucia|LC|TLPL TLPC
        AlUla;Al-Ula;Al Ula|SA|OEAO
        Nusa Dua|ID|WADD
        Port-au-Prince|HT|MTPP
        Alaska|US|PANC PAED PAFA
        Hawaii|US|PHNL PHOG
        Florida|US|KMIA KPBI KMCO
        California;Kalifornia|US|KLAX KSFO
        Texas|US|KDFW KIAH KAUS
        Maryland|US|KBWI KADW
        Virginia|US|KIAD KDCA
        Pennsylvania|US|KPHL KPIT
        New Jersey|US|KEWR
        Michigan|US|KDTW
        Illinois|US|KORD
        Nevada|US|KLAS
        Arizona|US|KPHX
        Massachusetts|US|KBOS
        Minnesota|US|KMSP
        Ohio|US|KCMH KCLE
        Bali|ID|WADD
        Lombok|ID|WADL
        Papua|ID|WAJJ
        Aceh|ID|WITT
        Sumatra;Sumatera|ID|WIMM
        Sulawesi|ID|WAAA
        Kalimantan;Borneo|ID|WALL WAOO
        Jawa;Java|ID|WIII WARR WARS
        Flores|ID|WATO
        Sumba|ID|WATW
        Timor|ID|WATT
        IKN;Nusantara;Ibu Kota Nusantara|ID|WALL WALK
        Siberia;Siberia Timur;Eastern Siberia;East Siberia|RU|
        Yakutia;Sakha|RU|UEEE
        Buryatia;Buryatia Rusia|RU|UIUU
        Tuva|RU|UNKY
        Chechnya;Chechen;Cechnya|RU|URMG
        Dagestan|RU|URML
        Tatarstan|RU|UWKD
        Kamchatka|RU|UHPP
        Chukotka;Chukchi|RU|UHMA
        Sakhalin|RU|UHSS
        Timur Jauh;Timur Jauh Rusia;Russian Far East;Far East|RU|UHWW UHHH
        Crimea;Krimea|UA|UKFF
        Donbas|UA|
        Kashmir|IN|VISR
        Kerala|IN|VOCI VOTV
        Goa|IN|VOGO
        Gujarat|IN|VAAH
        Punjab|IN|VIAR
        Assam|IN|VEGT
        Tibet|CN|ZULS
        Xinjiang|CN|ZWWW
        Hainan|CN|ZJHK ZJSY
        Sichuan|CN|ZUUU
        Guangdong|CN|ZGGG ZGSZ
        Yunnan|CN|ZPPP
        Inner Mongolia;Mongolia Dalam|CN|ZBHH
        Heilongjiang|CN|ZYHB
        Jeju|KR|RKPC
        Hokkaido|JP|RJCC
        Okinawa|JP|ROAH
        Kyushu|JP|RJFF
        Sabah|MY|WBKK
        Sarawak|MY|WBGG
        Penang;Pulau Pinang|MY|WMKP
        Langkawi|MY|WMKL
        Mindanao|PH|RPMD
        Phuket|TH|VTSP
        Zanzibar|TZ|HTZA
        Scotland;Skotlandia|GB|EGPF EGPH
        Wales|GB|EGFF
        Northern Ireland;Irlandia Utara|GB|EGAA
        Cornwall|GB|EGHQ
        Bavaria;Bayern|DE|EDDM
        Saxony|DE|EDDP EDDC
        Corsica;Korsika|FR|LFKJ
        Normandy;Normandia|FR|LFRG LFRK
        Brittany|FR|LFRN
        Sicily;Sisilia|IT|LICC LICJ
        Sardinia;Sardinia Italia|IT|LIEE
        Puglia;Apulia|IT|LIBR LIBD
        Tuscany|IT|LIRP LIRQ
        Catalonia;Katalonia|ES|LEBL
        Canary Islands;Kepulauan Canaria;Tenerife;Gran Canaria|ES|GCLP GCXO
        Mallorca;Majorca|ES|LEPA
        Azores|PT|LPLA LPPD
        Madeira|PT|LPMA
        Lapland;Laplandia|FI|EFRO EFIV
        Crete;Kreta|GR|LGIR
        Kurdistan|IQ|ORER
        Sinai|EG|HESH
        Sharm el-Sheikh;Sharm el Sheikh;Sharm El-Sheikh;Syarm el-Syekh|EG|HESH
        Kosovo;Kosovo Utara|XK|BKPR
        Alberta|CA|CYYC CYEG
        Quebec|CA|CYUL CYQB
        Ontario|CA|CYYZ CYOW
        Nova Scotia|CA|CYHZ
        British Columbia|CA|CYVR
        Queensland|AU|YBBN
        New South Wales|AU|YSSY
        Tasmania|AU|YMHB
        Northern Territory|AU|YPDN
        Western Australia|AU|YPPH
        """

    private static let wide = """
        Middle East;the Middle East;Timur Tengah|12 42 25 63
        Gulf;the Gulf;Teluk;kawasan Teluk;Persian Gulf;Teluk Persia|12 33 34 60
        Asia|-11 55 60 150
        East Asia;Asia Timur;Northeast Asia;Asia Timur Laut|18 54 95 146
        Southeast Asia;South-East Asia;Asia Tenggara|-11 29 92 141
        South Asia;Asia Selatan|0 37 60 97
        Central Asia;Asia Tengah|35 55 46 88
        Europe;Eropa|35 71 -25 45
        Western Europe;Eropa Barat;Eastern Europe;Eropa Timur;Northern Europe;Southern Europe;Central Europe;Eropa Tengah|35 71 -25 45
        Baltics;the Baltics;Baltic;Baltik|53 60 20 29
        Balkans;the Balkans;Balkan|38 47 13 30
        Caucasus;the Caucasus;Kaukasus|38 44 39 51
        Scandinavia;Skandinavia;Nordic;Nordik|54 71 4 32
        Africa;Afrika|-35 38 -18 52
        West Africa;Afrika Barat|4 25 -18 16
        East Africa;Afrika Timur|-12 18 28 52
        North Africa;Afrika Utara|15 38 -18 37
        Southern Africa;Afrika bagian selatan|-35 -8 10 41
        Horn of Africa;Tanduk Afrika|-2 18 33 52
        Sahel|8 20 -18 25
        Latin America;Amerika Latin;South America;Amerika Selatan|-56 33 -118 -34
        Central America;Amerika Tengah|7 19 -93 -77
        Caribbean;the Caribbean;Karibia|10 27 -85 -59
        Pacific;the Pacific;Pasifik;South Pacific;Pasifik Selatan;Pacific Islands|-30 25 130 -140
        Arctic;Arktik|66 90 -180 180
        Barat;West;the West;Timur;Korea;Semenanjung Korea;Korean Peninsula|0 0 0 0
        """
}
