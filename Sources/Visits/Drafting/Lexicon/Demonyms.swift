/// Words that say of which state somebody is: "Russian", "Kremlin".
enum Demonyms {
    static let states: PhraseTable<String> = table(words)
    /// Buildings and bodies that speak for a state; with the name of its office where that is a person's.
    static let seats: PhraseTable<String> = table(seatNames)

    private static func table(_ text: String) -> PhraseTable<String> {
        var table = PhraseTable<String>()
        for line in text.split(separator: "\n") {
            guard let space = line.firstIndex(of: " ") else { continue }
            for name in line[line.index(after: space)...].split(separator: ",") {
                table.add(name, String(line[..<space]))
            }
        }
        table.finish()
        return table
    }

    private static let words = """
        AF Afghan
        AL Albanian
        DZ Algerian
        AO Angolan
        AR Argentine,Argentinian
        AM Armenian
        AU Australian
        AT Austrian
        AZ Azerbaijani,Azeri
        BH Bahraini
        BD Bangladeshi
        BY Belarusian,Belarussian
        BE Belgian
        BJ Beninese
        BT Bhutanese
        BO Bolivian
        BA Bosnian
        BW Botswanan
        BR Brazilian
        BN Bruneian
        BG Bulgarian
        KH Cambodian
        CM Cameroonian
        CA Canadian
        TD Chadian
        CL Chilean
        CN Chinese
        CO Colombian
        CG Congolese
        CR Costa Rican
        HR Croatian
        CU Cuban
        CY Cypriot
        CZ Czech
        DK Danish
        DO Dominican
        NL Dutch
        EC Ecuadorean,Ecuadorian
        EG Egyptian
        SV Salvadoran
        ER Eritrean
        EE Estonian
        ET Ethiopian
        FJ Fijian
        FI Finnish
        FR French
        GA Gabonese
        GE Georgian
        DE German
        GH Ghanaian
        GR Greek
        GT Guatemalan
        GN Guinean
        HT Haitian
        HN Honduran
        HU Hungarian
        IS Icelandic
        IN Indian
        ID Indonesian,RI
        IR Iranian
        IQ Iraqi
        IE Irish
        IL Israeli
        IT Italian
        CI Ivorian
        JM Jamaican
        JP Japanese
        JO Jordanian
        KZ Kazakh,Kazakhstani
        KE Kenyan
        KP North Korean
        KR South Korean
        KW Kuwaiti
        KG Kyrgyz
        LA Lao,Laotian
        LV Latvian
        LB Lebanese
        LR Liberian
        LY Libyan
        LT Lithuanian
        LU Luxembourgish
        MG Malagasy
        MW Malawian
        MY Malaysian
        MV Maldivian
        ML Malian
        MR Mauritanian
        MX Mexican
        MD Moldovan
        MN Mongolian
        ME Montenegrin
        MA Moroccan
        MZ Mozambican
        MM Myanmar,Burmese
        NA Namibian
        NP Nepali,Nepalese
        NI Nicaraguan
        NG Nigerian
        MK Macedonian
        NO Norwegian
        OM Omani
        PK Pakistani
        PS Palestinian
        PA Panamanian
        PY Paraguayan
        PE Peruvian
        PH Philippine,Filipino
        PL Polish
        PT Portuguese
        QA Qatari
        RO Romanian
        RU Russian
        RW Rwandan
        SA Saudi,Saudi Arabian
        SN Senegalese
        RS Serbian
        SG Singaporean
        SK Slovak
        SI Slovenian,Slovene
        SO Somali
        ZA South African
        ES Spanish
        LK Sri Lankan
        SD Sudanese
        SE Swedish
        CH Swiss
        SY Syrian
        TW Taiwanese
        TJ Tajik
        TZ Tanzanian
        TH Thai
        TL Timorese
        TG Togolese
        TN Tunisian
        TR Turkish
        TM Turkmen
        UG Ugandan
        UA Ukrainian
        AE Emirati
        GB British,English
        US American
        UY Uruguayan
        UZ Uzbek
        VE Venezuelan
        VN Vietnamese
        YE Yemeni
        ZM Zambian
        ZW Zimbabwean
        """

    private static let seatNames = """
        US White House,Gedung Putih,Pentagon,State Department,Oval Office,Gedung Oval,Foggy Bottom
        RU Kremlin
        GB Downing Street,Buckingham Palace,Istana Buckingham,Whitehall
        FR Elysee,Élysée,Elysée,Istana Elysee,Quai d'Orsay,Elysee Palace,Élysée Palace,Istana Élysée
        ID Istana Merdeka,Istana Negara Jakarta,Istana Bogor,Sekretariat Presiden
        CN Zhongnanhai
        JP Kantei
        KR Blue House,Gedung Biru,Cheong Wa Dae
        UA Bankova
        IT Quirinale,Palazzo Chigi,Quirinal,Istana Quirinal
        VA Holy See,Tahta Suci,Takhta Suci,Vatican,Vatikan,Holy See press office
        PH Malacanang,Malacañang,Istana Malacañang,Istana Malacanang
        MY Putrajaya,Istana Negara
        BR Planalto,Istana Planalto
        AR Casa Rosada
        TR Bestepe,Beştepe
        ES Moncloa,Zarzuela
        IN Rashtrapati Bhavan,South Block
        IL Knesset
        AU Kirribilli
        CL La Moneda
        """
}
