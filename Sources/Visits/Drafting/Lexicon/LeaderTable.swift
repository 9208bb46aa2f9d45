/// Heads of state and government whom the press names without their office, now or in the last years.
struct Leader: Hashable, Sendable {
    let name: String
    let state: String
    let office: Office

    static let table: PhraseTable<Leader> = {
        var table = PhraseTable<Leader>()
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: " ", maxSplits: 2)
            let kind: Office.Kind =
                switch cells[1] {
                case "p": .president
                case "m": .primeMinister
                case "k": .monarch
                case "c": .chancellor
                case "s": .pope
                case "h": .heir
                case "o": .organisation
                case "v": .vicePresident
                case "f": .minister
                default: .head
                }
            for person in cells[2].split(separator: ",") {
                let names = person.split(separator: "=")
                let leader = Leader(
                    name: String(names[0]),
                    state: String(cells[0]),
                    office: Office(kind: kind, field: cells[1] == "f" ? "foreign" : "")
                )
                for name in names { table.add(name, leader) }
            }
        }
        table.finish()
        return table
    }()

    private static let text = """
        RU p Vladimir Putin=Putin,Dmitry Medvedev=Medvedev
        RU m Mikhail Mishustin=Mishustin
        US p Joe Biden=Biden,Donald Trump=Trump,Barack Obama=Obama
        CN p Xi Jinping=Xi
        CN m Li Qiang,Li Keqiang
        KP l Kim Jong-un=Kim Jong Un
        KR p Yoon Suk Yeol=Yoon Suk-yeol=Yoon,Lee Jae-myung=Lee Jae Myung,Moon Jae-in=Moon Jae In
        JP m Fumio Kishida=Kishida,Shigeru Ishiba=Ishiba,Sanae Takaichi=Takaichi,Shinzo Abe=Abe,Yoshihide Suga=Suga
        JP k Naruhito
        ID p Joko Widodo=Jokowi,Prabowo Subianto=Prabowo,Susilo Bambang Yudhoyono=SBY,Megawati Soekarnoputri
        MY m Anwar Ibrahim=Anwar,Mahathir Mohamad=Mahathir,Ismail Sabri,Muhyiddin Yassin,Najib Razak
        MY k Sultan Ibrahim
        SG m Lee Hsien Loong,Lawrence Wong
        TH m Srettha Thavisin=Srettha,Paetongtarn Shinawatra=Paetongtarn,Anutin Charnvirakul=Anutin,Prayut Chan-o-cha=Prayut Chan-ocha=Prayuth
        VN l To Lam=Tô Lâm,Nguyen Phu Trong=Nguyễn Phú Trọng
        VN p Luong Cuong,Vo Van Thuong,Nguyen Xuan Phuc
        VN m Pham Minh Chinh
        KH m Hun Manet,Hun Sen
        LA p Thongloun Sisoulith=Thongloun
        MM l Min Aung Hlaing
        PH p Ferdinand Marcos Jr=Ferdinand Marcos=Marcos,Rodrigo Duterte=Duterte,Bongbong Marcos
        BN k Hassanal Bolkiah=Sultan Bolkiah
        TL p Jose Ramos-Horta=José Ramos-Horta=Ramos-Horta
        TL m Xanana Gusmao=Xanana Gusmão
        IN m Narendra Modi=Modi
        IN p Droupadi Murmu
        PK m Shehbaz Sharif,Imran Khan
        BD m Sheikh Hasina
        BD l Muhammad Yunus
        LK p Anura Kumara Dissanayake=Dissanayake,Ranil Wickremesinghe=Wickremesinghe
        NP m KP Sharma Oli
        MV p Mohamed Muizzu=Muizzu
        AU m Anthony Albanese=Albanese,Scott Morrison,Malcolm Turnbull
        NZ m Christopher Luxon=Luxon,Jacinda Ardern=Ardern,Chris Hipkins
        PG m James Marape=Marape
        FJ m Sitiveni Rabuka=Rabuka
        MN p Ukhnaagiin Khurelsukh=Khurelsukh
        KZ p Kassym-Jomart Tokayev=Tokayev,Nursultan Nazarbayev
        UZ p Shavkat Mirziyoyev=Mirziyoyev
        KG p Sadyr Japarov=Japarov
        TJ p Emomali Rahmon=Rahmon
        TM p Serdar Berdimuhamedov
        AZ p Ilham Aliyev=Aliyev
        AM m Nikol Pashinyan=Pashinyan
        GE m Irakli Kobakhidze
        TR p Recep Tayyip Erdogan=Recep Tayyip Erdoğan=Erdogan=Erdoğan
        IR p Ebrahim Raisi=Raisi,Masoud Pezeshkian=Pezeshkian,Hassan Rouhani=Rouhani
        IQ m Mohammed Shia al-Sudani
        SY p Bashar al-Assad=Assad,Ahmed al-Sharaa=al-Sharaa
        LB p Joseph Aoun
        IL m Benjamin Netanyahu=Netanyahu,Naftali Bennett,Yair Lapid
        IL p Isaac Herzog
        PS p Mahmoud Abbas
        JO k Abdullah II=King Abdullah=Raja Abdullah
        SA h Mohammed bin Salman=Muhammad bin Salman=MBS
        SA k King Salman=Raja Salman=Salman bin Abdulaziz
        AE p Mohamed bin Zayed=Mohammed bin Zayed=MBZ
        QA k Tamim bin Hamad Al Thani=Tamim bin Hamad=Sheikh Tamim
        OM k Haitham bin Tariq=Sultan Haitham
        EG p Abdel Fattah el-Sisi=Abdel Fattah al-Sisi=Sisi=el-Sisi=al-Sisi
        MA k Mohammed VI=Muhammad VI
        DZ p Abdelmadjid Tebboune=Tebboune
        TN p Kais Saied
        ET m Abiy Ahmed
        ER p Isaias Afwerki
        KE p William Ruto=Ruto,Uhuru Kenyatta
        UG p Yoweri Museveni=Museveni
        RW p Paul Kagame=Kagame
        TZ p Samia Suluhu Hassan
        CD p Felix Tshisekedi=Tshisekedi
        ZA p Cyril Ramaphosa=Ramaphosa
        NG p Bola Tinubu=Tinubu,Muhammadu Buhari
        GH p John Mahama,Nana Akufo-Addo
        SN p Bassirou Diomaye Faye,Macky Sall
        CI p Alassane Ouattara
        ZW p Emmerson Mnangagwa=Mnangagwa
        ZM p Hakainde Hichilema
        AO p Joao Lourenco=João Lourenço
        MZ p Filipe Nyusi,Daniel Chapo
        NA p Netumbo Nandi-Ndaitwah
        CM p Paul Biya
        BF l Ibrahim Traore=Ibrahim Traoré
        ML l Assimi Goita
        UA p Volodymyr Zelensky=Volodymyr Zelenskyy=Volodymyr Zelenskiy=Zelensky=Zelenskyy=Zelenskiy,Petro Poroshenko
        BY p Alexander Lukashenko=Aleksandr Lukashenko=Lukashenko
        MD p Maia Sandu
        PL p Andrzej Duda=Duda,Karol Nawrocki=Nawrocki
        PL m Donald Tusk=Tusk,Mateusz Morawiecki
        HU m Viktor Orban=Viktor Orbán=Orban=Orbán
        SK m Robert Fico=Fico
        SK p Peter Pellegrini
        CZ m Petr Fiala,Andrej Babis
        CZ p Petr Pavel
        RO p Klaus Iohannis,Nicusor Dan
        BG p Rumen Radev
        RS p Aleksandar Vucic=Aleksandar Vučić=Vucic=Vučić
        HR m Andrej Plenkovic
        AL m Edi Rama
        XK m Albin Kurti
        GR m Kyriakos Mitsotakis=Mitsotakis
        IT m Giorgia Meloni=Meloni,Mario Draghi=Draghi,Giuseppe Conte
        IT p Sergio Mattarella=Mattarella
        ES m Pedro Sanchez=Pedro Sánchez
        ES k Felipe VI
        PT p Marcelo Rebelo de Sousa
        PT m Luis Montenegro
        FR p Emmanuel Macron=Macron,Francois Hollande=François Hollande,Nicolas Sarkozy
        DE c Olaf Scholz=Scholz,Friedrich Merz=Merz,Angela Merkel=Merkel
        DE p Frank-Walter Steinmeier=Steinmeier
        AT c Karl Nehammer
        CH p Karin Keller-Sutter
        NL m Mark Rutte=Rutte,Dick Schoof
        NL k Willem-Alexander
        BE m Alexander De Croo,Bart De Wever
        DK m Mette Frederiksen
        DK k Frederik X
        SE m Ulf Kristersson
        SE k Carl XVI Gustaf
        NO m Jonas Gahr Store=Jonas Gahr Støre
        NO k Harald V
        FI p Alexander Stubb=Stubb,Sauli Niinisto=Sauli Niinistö
        FI m Sanna Marin,Petteri Orpo
        EE m Kaja Kallas,Kristen Michal
        LV p Edgars Rinkevics
        LT p Gitanas Nauseda=Gitanas Nausėda
        IE m Micheal Martin,Simon Harris,Leo Varadkar
        GB m Keir Starmer=Starmer,Rishi Sunak=Sunak,Boris Johnson,Liz Truss,Theresa May,David Cameron
        GB k King Charles=Raja Charles=Charles III,Queen Elizabeth=Ratu Elizabeth
        CA m Justin Trudeau=Trudeau,Mark Carney=Carney
        MX p Claudia Sheinbaum=Sheinbaum,Andres Manuel Lopez Obrador
        BR p Luiz Inacio Lula da Silva=Luiz Inácio Lula da Silva=Lula da Silva=Lula,Jair Bolsonaro=Bolsonaro
        AR p Javier Milei=Milei,Alberto Fernandez
        CL p Gabriel Boric=Boric,Jose Antonio Kast
        CO p Gustavo Petro
        VE p Nicolas Maduro=Nicolás Maduro=Maduro
        PE p Dina Boluarte
        EC p Daniel Noboa
        BO p Luis Arce,Rodrigo Paz
        SV p Nayib Bukele=Bukele
        CU p Miguel Diaz-Canel=Miguel Díaz-Canel
        NI p Daniel Ortega
        VA s Francis=Pope Francis=Paus Fransiskus=Fransiskus,Leo XIV=Pope Leo=Paus Leo,Benedict XVI=Benediktus XVI,John Paul II=Yohanes Paulus II
        UN o Antonio Guterres=António Guterres=Guterres,Ban Ki-moon,Kofi Annan
        EU o Ursula von der Leyen=von der Leyen,Jean-Claude Juncker,Charles Michel,Antonio Costa=António Costa,Josep Borrell
        EU o Christine Lagarde=Lagarde,Roberta Metsola
        UN o Jens Stoltenberg=Stoltenberg,Kristalina Georgieva=Georgieva,Ajay Banga,Tedros Adhanom Ghebreyesus=Tedros Adhanom=Tedros
        UN o Gianni Infantino=Infantino,Thomas Bach,Kirsty Coventry,Rafael Grossi=Rafael Mariano Grossi,Filippo Grandi,Ngozi Okonjo-Iweala
        UN o Moussa Faki Mahamat=Moussa Faki,Kao Kim Hourn,Ahmed Aboul Gheit,Karim Khan,Volker Türk=Volker Turk,Mathias Cormann
        US v Kamala Harris,JD Vance=J.D. Vance,Mike Pence
        ID v Gibran Rakabuming Raka=Gibran Rakabuming,Ma'ruf Amin,Jusuf Kalla
        CN v Han Zheng,Wang Qishan
        PH v Sara Duterte
        CN f Wang Yi,Qin Gang
        RU f Sergei Lavrov=Sergey Lavrov=Lavrov
        US f Antony Blinken=Blinken,Marco Rubio,Mike Pompeo
        ID f Retno Marsudi=Retno Lestari Priansari Marsudi
        IN f Subrahmanyam Jaishankar=S. Jaishankar=Jaishankar
        UA f Dmytro Kuleba=Kuleba,Andrii Sybiha
        DE f Annalena Baerbock=Baerbock,Johann Wadephul
        GB f David Lammy,Yvette Cooper
        AU f Penny Wong
        TR f Hakan Fidan,Mevlut Cavusoglu=Mevlüt Çavuşoğlu
        IR f Abbas Araghchi=Araghchi,Hossein Amir-Abdollahian=Hossein Amirabdollahian
        FR f Jean-Noel Barrot=Jean-Noël Barrot,Stephane Sejourne=Stéphane Séjourné,Catherine Colonna
        PL f Radoslaw Sikorski=Radosław Sikorski
        HU f Peter Szijjarto=Péter Szijjártó
        SA f Faisal bin Farhan=Prince Faisal bin Farhan=Pangeran Faisal bin Farhan
        EG f Badr Abdelatty,Sameh Shoukry
        JO f Ayman Safadi
        MY f Mohamad Hasan
        SG f Vivian Balakrishnan
        PK f Ishaq Dar
        JP f Yoko Kamikawa,Takeshi Iwaya
        KR f Cho Tae-yul,Park Jin
        KP f Choe Son Hui
        """
}
