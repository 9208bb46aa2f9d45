/// News outlets and agencies by name, so that what they report is told apart from what somebody says. Short on purpose: an outlet is also
/// told by the words around it.
enum Outlets {
    static let names: PhraseTable<Bool> = {
        var table = PhraseTable<Bool>()
        for name in text.split(whereSeparator: { $0 == "," || $0 == "\n" }) { table.add(name, true) }
        table.finish()
        return table
    }()

    private static let text = """
        BBC,Reuters,AFP,AP,Associated Press,CNN,CNN Indonesia,Antara,Kompas,Tempo,Detik,Bloomberg,TASS,RIA,RIA Novosti,Interfax,Xinhua,KCNA,Yonhap,NHK
        Kyodo,Al Jazeera,The Guardian,Guardian,New York Times,The New York Times,Washington Post,The Washington Post,Wall Street Journal,Financial Times
        DPA,EFE,ANSA,Anadolu,IRNA,SPA,WAM,MENA,PTI,ANI,Straits Times,Bernama,CNA,Nikkei,ABC,CBC,NBC,CBS,Fox News,Sky News,Politico,Axios,Le Monde
        Der Spiegel,Spiegel,El Pais,Republika,Tribunnews,Liputan6,Sindonews,Kumparan,VOA,DW,Deutsche Welle,Euronews,Kommersant,Izvestia,Global Times
        People's Daily,South China Morning Post,Hindustan Times,Times of India,Dawn,Example Wire,Jakarta Post,Media Indonesia,Suara,Merdeka,Rossiya,Rossiya 1
        Haaretz,Times of Israel,The Times of Israel,Jerusalem Post,Yedioth Ahronoth,Channel 12,Le Figaro,Libération,Ouest-France,BFMTV,France 24,RFI,La Repubblica,Corriere della Sera
        La Stampa,El Mundo,La Nacion,La Nación,Clarín,Infobae,Folha de S.Paulo,O Globo,Estadao,Estadão,Suddeutsche Zeitung,Süddeutsche Zeitung,Frankfurter Allgemeine Zeitung,Tagesspiegel,ZDF
        Hurriyet,Hürriyet,Daily Sabah,TRT,Al Arabiya,Al-Arabiya,Al Hadath,Al-Ahram,Asharq Al-Awsat,KUNA,QNA,BNA,Tasnim,Press TV,SANA,ANI News,The Hindu,Indian Express,NDTV,Geo News
        Asahi,Asahi Shimbun,Mainichi,Yomiuri,Yomiuri Shimbun,Jiji,Jiji Press,Sankei,Chosun Ilbo,JoongAng Ilbo,Hankyoreh,KBS,MBC,Focus Taiwan,CCTV,CGTN,China Daily,Caixin,Sixth Tone,Taipei Times,Liberty Times
        Rappler,Philippine Daily Inquirer,GMA News,ABS-CBN,Manila Times,Bangkok Post,The Nation Thailand,Malaysiakini,VnExpress,Tuoi Tre,Vietnam News Agency,Channel NewsAsia,The Straits Times,Lusa,Belga,ANP,Ritzau
        NTB,PAP,CTK,ČTK,MTI,Tanjug,Agerpres,BTA,Ukrinform,Interfax-Ukraine,Kyiv Independent,Suspilne,RBC,Vedomosti,Meduza,BelTA,Azertac,Armenpress,Kazinform,Radio Free Europe,Nine News,Sydney Morning Herald,RNZ
        Stuff,NZ Herald,Globe and Mail,Toronto Star,USA Today,NPR,PBS,MSNBC,The Hill,Semafor,Punchbowl,The Economist,The Telegraph,Daily Telegraph,Daily Mail,ITV,Channel 4,Irish Times,RTE,RTÉ
        MetroTV,Metro TV,Kompas TV,TVRI,RRI,Okezone,Beritasatu,Katadata,Tirto,Jawa Pos,Pikiran Rakyat,Koran Tempo,Bisnis Indonesia,JPNN,Inews,iNews,Tvone,tvOne,SCTV,IDN Times,Bangkapos,Kabar24,Liputan 6,Harian Kompas,Warta Kota
        """
}
