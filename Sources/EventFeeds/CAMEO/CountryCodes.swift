/// Codes of countries. Event tables have two kinds of them, which share letters and mean other countries: CAMEO's, of
/// three letters, for actors, and those of FIPS 10-4, of two letters, for places. `AS` is Australia there, and American
/// Samoa in ISO 3166.
///
/// - Source: ISO 3166-1 and FIPS PUB 10-4 with its changes up to 2014, after the table country-codes of Datasets,
///   https://github.com/datasets/country-codes; names after the Unicode Common Locale Data Repository;
///   CAMEO's own codes after its codebook, 1.1b3 (2012), chapter 3.
enum CountryCodes {
  /// What a code of CAMEO stands for.
  enum Meaning: Hashable, Sendable {
    /// A country of today, with its code in ISO 3166.
    case country(iso3: String)
    /// A country that is no more.
    case formerCountry
    /// A territory or part of the world that is no country.
    case region
  }

  /// What a code of CAMEO stands for; `nil` where it is not known.
  static func meaning(ofCAMEO code: String) -> Meaning? {
    if let iso3 = renamed[code] { return .country(iso3: iso3) }
    if countries[code] != nil { return .country(iso3: code) }
    if former[code] != nil { return .formerCountry }
    return regions[code] == nil ? nil : .region
  }

  /// The English name of what a code of CAMEO stands for.
  static func name(ofCAMEO code: String) -> String? {
    countries[renamed[code] ?? code] ?? former[code] ?? regions[code]
  }

  /// Whether a code of FIPS 10-4, or GDELT's own for the high seas, is known.
  static func isKnown(fips code: String) -> Bool { places[code] != nil || placesWithoutISO.contains(code) }

  /// The code in ISO 3166 of a country by its code in FIPS 10-4; of a country that is no more, the last it had.
  static func iso3(ofFIPS code: String) -> String? { places[code] }

  /// Codes of CAMEO that ISO 3166 has given up since.
  private static let renamed = ["ROM": "ROU", "TMP": "TLS"]

  private static let countries = table(countriesText)
  private static let former = table(formerText)
  private static let regions = table(regionsText)

  /// Kosovo, the oceans, and islets that ISO 3166 counts to other territories.
  private static let placesWithoutISO: Set<String> = [
    "AT", "BS", "CR", "DQ", "EU", "FQ", "GO", "HQ", "IP", "JQ", "JU", "KQ", "KV", "LQ", "MQ", "OS", "PF", "PG", "TE",
    "WQ",
  ]

  /// Names by codes of three letters, from entries that end in semicolons.
  private static func table(_ text: String) -> [String: String] {
    var table: [String: String] = [:]
    for entry in text.split(separator: ";") {
      let entry = entry.drop(while: \.isWhitespace)
      if !entry.isEmpty { table[String(entry.prefix(3))] = String(entry.dropFirst(4)) }
    }
    return table
  }

  private static let places: [String: String] = {
    var places: [String: String] = [:]
    for entry in placesText.split(whereSeparator: \.isWhitespace) {
      places[String(entry.prefix(2))] = String(entry.suffix(3))
    }
    return places
  }()

  private static let countriesText = """
    ABW:Aruba; AFG:Afghanistan; AGO:Angola; AIA:Anguilla; ALA:Åland Islands; ALB:Albania; AND:Andorra;
    ARE:United Arab Emirates; ARG:Argentina; ARM:Armenia; ASM:American Samoa; ATA:Antarctica;
    ATF:French Southern Territories; ATG:Antigua & Barbuda; AUS:Australia; AUT:Austria; AZE:Azerbaijan; BDI:Burundi;
    BEL:Belgium; BEN:Benin; BES:Caribbean Netherlands; BFA:Burkina Faso; BGD:Bangladesh; BGR:Bulgaria; BHR:Bahrain;
    BHS:Bahamas; BIH:Bosnia; BLM:St. Barthélemy; BLR:Belarus; BLZ:Belize; BMU:Bermuda; BOL:Bolivia; BRA:Brazil;
    BRB:Barbados; BRN:Brunei; BTN:Bhutan; BVT:Bouvet Island; BWA:Botswana; CAF:Central African Republic; CAN:Canada;
    CCK:Cocos Islands; CHE:Switzerland; CHL:Chile; CHN:China; CIV:Côte d’Ivoire; CMR:Cameroon; COD:DR Congo;
    COG:Congo; COK:Cook Islands; COL:Colombia; COM:Comoros; CPV:Cape Verde; CRI:Costa Rica; CUB:Cuba; CUW:Curaçao;
    CXR:Christmas Island; CYM:Cayman Islands; CYP:Cyprus; CZE:Czechia; DEU:Germany; DJI:Djibouti; DMA:Dominica;
    DNK:Denmark; DOM:Dominican Republic; DZA:Algeria; ECU:Ecuador; EGY:Egypt; ERI:Eritrea; ESH:Western Sahara;
    ESP:Spain; EST:Estonia; ETH:Ethiopia; FIN:Finland; FJI:Fiji; FLK:Falkland Islands; FRA:France;
    FRO:Faroe Islands; FSM:Micronesia; GAB:Gabon; GBR:United Kingdom; GEO:Georgia; GGY:Guernsey; GHA:Ghana;
    GIB:Gibraltar; GIN:Guinea; GLP:Guadeloupe; GMB:Gambia; GNB:Guinea-Bissau; GNQ:Equatorial Guinea; GRC:Greece;
    GRD:Grenada; GRL:Greenland; GTM:Guatemala; GUF:French Guiana; GUM:Guam; GUY:Guyana; HKG:Hong Kong;
    HMD:Heard & McDonald Islands; HND:Honduras; HRV:Croatia; HTI:Haiti; HUN:Hungary; IDN:Indonesia; IMN:Isle of Man;
    IND:India; IOT:British Indian Ocean Territory; IRL:Ireland; IRN:Iran; IRQ:Iraq; ISL:Iceland; ISR:Israel;
    ITA:Italy; JAM:Jamaica; JEY:Jersey; JOR:Jordan; JPN:Japan; KAZ:Kazakhstan; KEN:Kenya; KGZ:Kyrgyzstan;
    KHM:Cambodia; KIR:Kiribati; KNA:St. Kitts & Nevis; KOR:South Korea; KWT:Kuwait; LAO:Laos; LBN:Lebanon;
    LBR:Liberia; LBY:Libya; LCA:St. Lucia; LIE:Liechtenstein; LKA:Sri Lanka; LSO:Lesotho; LTU:Lithuania;
    LUX:Luxembourg; LVA:Latvia; MAC:Macao; MAF:St. Martin; MAR:Morocco; MCO:Monaco; MDA:Moldova; MDG:Madagascar;
    MDV:Maldives; MEX:Mexico; MHL:Marshall Islands; MKD:North Macedonia; MLI:Mali; MLT:Malta; MMR:Myanmar;
    MNE:Montenegro; MNG:Mongolia; MNP:Northern Mariana Islands; MOZ:Mozambique; MRT:Mauritania; MSR:Montserrat;
    MTQ:Martinique; MUS:Mauritius; MWI:Malawi; MYS:Malaysia; MYT:Mayotte; NAM:Namibia; NCL:New Caledonia; NER:Niger;
    NFK:Norfolk Island; NGA:Nigeria; NIC:Nicaragua; NIU:Niue; NLD:Netherlands; NOR:Norway; NPL:Nepal; NRU:Nauru;
    NZL:New Zealand; OMN:Oman; PAK:Pakistan; PAN:Panama; PCN:Pitcairn; PER:Peru; PHL:Philippines; PLW:Palau;
    PNG:Papua New Guinea; POL:Poland; PRI:Puerto Rico; PRK:North Korea; PRT:Portugal; PRY:Paraguay; PSE:Palestine;
    PYF:French Polynesia; QAT:Qatar; REU:Réunion; ROU:Romania; RUS:Russia; RWA:Rwanda; SAU:Saudi Arabia; SDN:Sudan;
    SEN:Senegal; SGP:Singapore; SGS:South Georgia & South Sandwich Islands; SHN:St. Helena;
    SJM:Svalbard & Jan Mayen; SLB:Solomon Islands; SLE:Sierra Leone; SLV:El Salvador; SMR:San Marino; SOM:Somalia;
    SPM:St. Pierre & Miquelon; SRB:Serbia; SSD:South Sudan; STP:São Tomé & Príncipe; SUR:Suriname; SVK:Slovakia;
    SVN:Slovenia; SWE:Sweden; SWZ:Eswatini; SXM:Sint Maarten; SYC:Seychelles; SYR:Syria; TCA:Turks & Caicos Islands;
    TCD:Chad; TGO:Togo; THA:Thailand; TJK:Tajikistan; TKL:Tokelau; TKM:Turkmenistan; TLS:Timor-Leste; TON:Tonga;
    TTO:Trinidad & Tobago; TUN:Tunisia; TUR:Türkiye; TUV:Tuvalu; TWN:Taiwan; TZA:Tanzania; UGA:Uganda; UKR:Ukraine;
    UMI:U.S. Outlying Islands; URY:Uruguay; USA:United States; UZB:Uzbekistan; VAT:Vatican City;
    VCT:St. Vincent & Grenadines; VEN:Venezuela; VGB:British Virgin Islands; VIR:U.S. Virgin Islands; VNM:Vietnam;
    VUT:Vanuatu; WLF:Wallis & Futuna; WSM:Samoa; YEM:Yemen; ZAF:South Africa; ZMB:Zambia; ZWE:Zimbabwe;
    """

  private static let formerText = """
    ANT:Netherlands Antilles; BUR:Burma; CSK:Czechoslovakia; DDR:East Germany; SCG:Serbia and Montenegro;
    SUN:Soviet Union; VDR:North Vietnam; YMD:South Yemen; YUG:Yugoslavia; ZAR:Zaire;
    """

  private static let regionsText = """
    AFR:Africa; ASA:Asia; BAG:Baghdad; BLK:Balkans; CAS:Central Asia; CAU:Caucasus; CEU:Central Europe;
    CFR:Central Africa; CRB:Caribbean; EAF:Eastern Africa; EEU:Eastern Europe; EIN:East Indies; EUR:Europe;
    GZS:Gaza Strip; KSV:Kosovo; LAM:Latin America; MDT:Mediterranean; MEA:Middle East; NAF:North Africa;
    NMR:North America; PGS:Persian Gulf; SAF:Southern Africa; SAM:South America; SAS:South Asia; SCN:Scandinavia;
    SEA:Southeast Asia; WAF:West Africa; WSB:West Bank; WST:the West;
    """

  private static let placesText = """
    AA:ABW AC:ATG AE:ARE AF:AFG AG:DZA AJ:AZE AL:ALB AM:ARM AN:AND AO:AGO AQ:ASM AR:ARG AS:AUS AU:AUT AV:AIA AY:ATA
    BA:BHR BB:BRB BC:BWA BD:BMU BE:BEL BF:BHS BG:BGD BH:BLZ BK:BIH BL:BOL BM:MMR BN:BEN BO:BLR BP:SLB BR:BRA BT:BTN
    BU:BGR BV:BVT BX:BRN BY:BDI CA:CAN CB:KHM CD:TCD CE:LKA CF:COG CG:COD CH:CHN CI:CHL CJ:CYM CK:CCK CM:CMR CN:COM
    CO:COL CQ:MNP CS:CRI CT:CAF CU:CUB CV:CPV CW:COK CY:CYP DA:DNK DJ:DJI DO:DMA DR:DOM EC:ECU EG:EGY EI:IRL EK:GNQ
    EN:EST ER:ERI ES:SLV ET:ETH EZ:CZE FG:GUF FI:FIN FJ:FJI FK:FLK FM:FSM FO:FRO FP:PYF FR:FRA FS:ATF GA:GMB GB:GAB
    GG:GEO GH:GHA GI:GIB GJ:GRD GK:GGY GL:GRL GM:DEU GP:GLP GQ:GUM GR:GRC GT:GTM GV:GIN GY:GUY GZ:PSE HA:HTI HK:HKG
    HM:HMD HO:HND HR:HRV HU:HUN IC:ISL ID:IDN IM:IMN IN:IND IO:IOT IR:IRN IS:ISR IT:ITA IV:CIV IZ:IRQ JA:JPN JE:JEY
    JM:JAM JN:SJM JO:JOR KE:KEN KG:KGZ KN:PRK KR:KIR KS:KOR KT:CXR KU:KWT KZ:KAZ LA:LAO LE:LBN LG:LVA LH:LTU LI:LBR
    LO:SVK LS:LIE LT:LSO LU:LUX LY:LBY MA:MDG MB:MTQ MC:MAC MD:MDA MF:MYT MG:MNG MH:MSR MI:MWI MJ:MNE MK:MKD ML:MLI
    MN:MCO MO:MAR MP:MUS MR:MRT MT:MLT MU:OMN MV:MDV MX:MEX MY:MYS MZ:MOZ NC:NCL NE:NIU NF:NFK NG:NER NH:VUT NI:NGA
    NL:NLD NN:SXM NO:NOR NP:NPL NR:NRU NS:SUR NT:ANT NU:NIC NZ:NZL OD:SSD PA:PRY PC:PCN PE:PER PK:PAK PL:POL PM:PAN
    PO:PRT PP:PNG PS:PLW PU:GNB QA:QAT RB:SRB RE:REU RI:SRB RM:MHL RN:MAF RO:ROU RP:PHL RQ:PRI RS:RUS RW:RWA SA:SAU
    SB:SPM SC:KNA SE:SYC SF:ZAF SG:SEN SH:SHN SI:SVN SL:SLE SM:SMR SN:SGP SO:SOM SP:ESP ST:LCA SU:SDN SV:SJM SW:SWE
    SX:SGS SY:SYR SZ:CHE TB:BLM TD:TTO TH:THA TI:TJK TK:TCA TL:TKL TN:TON TO:TGO TP:STP TS:TUN TT:TLS TU:TUR TV:TUV
    TW:TWN TX:TKM TZ:TZA UC:CUW UG:UGA UK:GBR UP:UKR US:USA UV:BFA UY:URY UZ:UZB VC:VCT VE:VEN VI:VGB VM:VNM VQ:VIR
    VT:VAT WA:NAM WE:PSE WF:WLF WI:ESH WS:WSM WZ:SWZ YI:SCG YM:YEM ZA:ZMB ZI:ZWE
    """
}
