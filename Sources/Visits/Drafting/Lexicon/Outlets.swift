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
        """
}
