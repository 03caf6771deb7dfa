/// Which column of an event table holds what: GDELT 1.0 has 57 columns up to March 2013 and 58 since, 2.0 has 61.
///
/// - Source: The GDELT event database, data format codebooks 1.03 and 2.0, http://data.gdeltproject.org/documentation/.
package struct GDELTLayout: Hashable, Sendable {
  /// Columns that stand at the same place in all tables.
  package enum Column: Int, Sendable {
    case id = 0
    case day, month, year, fraction
    case firstActor
    case secondActor = 15
    case isRoot = 25
    case code, baseCode, rootCode, quadClass, goldstein, mentions, sources, articles, tone
  }

  /// What an actor's columns hold, counted from its first.
  package enum ActorColumn: Int, Sendable {
    case code = 0
    case name, country, group, ethnic, religion, secondReligion, type, secondType, thirdType
  }

  /// How many columns there are.
  package let width: Int
  /// The name of the place where the event was.
  package let place: Int
  /// The code of the country in which it was, of FIPS 10-4.
  package let placeCountry: Int
  package let latitude: Int
  package let longitude: Int
  /// When the row was added.
  package let added: Int
  /// The report it rests on; the oldest tables do not say.
  package let address: Int?
  /// The names of the columns, in order.
  package let names: [String]

  /// The table with so many columns; `nil` where there is none.
  package init?(width: Int) {
    guard Self.widths.contains(width) else { return nil }
    self.init(knownWidth: width)
  }

  /// The table of 2.0.
  package static let newest = GDELTLayout(knownWidth: 61)

  private init(knownWidth width: Int) {
    self.width = width
    // Each of the three places has a column more in 2.0, before its latitude.
    let more = width == 61 ? 1 : 0
    let action = 35 + 2 * (7 + more)
    place = action + 1
    placeCountry = action + 2
    latitude = action + 4 + more
    longitude = action + 5 + more
    added = action + 7 + more
    address = width > added + 1 ? added + 1 : nil
    names = Self.names(width: width, hasAddress: address != nil)
  }

  /// How many columns say something of an actor, from its code on.
  package static let actorWidth = actorColumns.count

  /// The version in a sentence.
  var title: String { width == 61 ? "GDELT 2.0" : "GDELT 1.0" }

  /// The numbers of columns that event tables have.
  package static let widths = [57, 58, 61]
  package static let widthsText = "57 or 58 (GDELT 1.0) or 61 (2.0)"

  private static func names(width: Int, hasAddress: Bool) -> [String] {
    var names = ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"]
    for actor in ["Actor1", "Actor2"] { names += actorColumns.map { actor + $0 } }
    names += [
      "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
      "NumSources", "NumArticles", "AvgTone",
    ]
    let placeColumns = placeColumns.filter { $0 != "ADM2Code" || width == 61 }
    for place in ["Actor1Geo_", "Actor2Geo_", "ActionGeo_"] { names += placeColumns.map { place + $0 } }
    names.append("DATEADDED")
    if hasAddress { names.append("SOURCEURL") }
    return names
  }

  private static let actorColumns = [
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
  ]

  private static let placeColumns = [
    "Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID",
  ]

  /// Whether a row's first cell is the name of the first column.
  static func isHeader(_ first: some StringProtocol) -> Bool { first.lowercased() == "globaleventid" }
}
