import ActorModel

/// What else a row says: its source, and attributes.
extension GDELTReader {
  /// Notes a source, which could be known from the first day on which an event was added that rests on it.
  mutating func note(_ address: String, _ added: CalendarDate?) {
    if let i = sources[address] {
      if let added, let known = graph.content.sources[i].published, added.firstDay < known.firstDay {
        graph.content.sources[i].published = added
      }
      return
    }
    sources[address] = graph.content.sources.count
    var source = Source(id: address)
    source.published = added
    source.url = address
    graph.content.sources.append(source)
  }

  /// What the row says beside the tie itself, under GDELT's own names.
  mutating func attributes(_ layout: GDELTLayout) -> [Attribute] {
    let names = layout.names
    var attributes: [Attribute] = []
    for column in [Column.code, .quadClass, .goldstein, .isRoot, .mentions, .sources, .articles] {
      keep(column.rawValue, names, &attributes)
    }
    keepNumber(Column.tone.rawValue, names, in: -100...100, &attributes)
    keep(layout.place, names, &attributes)
    keep(layout.placeCountry, names, &attributes)
    let country = scanner.text(layout.placeCountry)
    if let iso3 = CountryCodes.iso3(ofFIPS: country) {
      attributes.append(Attribute("ActionGeo_ISO3", iso3))
    } else if !country.isEmpty, !CountryCodes.isKnown(fips: country) {
      warnOnce(
        of: "place '\(country.clipped)'", layout.placeCountry,
        "ActionGeo_CountryCode '\(country.clipped)' is no code of FIPS 10-4, and is kept")
    }
    keepCoordinates(layout, names, &attributes)
    return attributes
  }

  private mutating func keep(_ column: Int, _ names: [String], _ attributes: inout [Attribute]) {
    guard !scanner.isEmpty(column) else { return }
    let text = scanner.text(column)
    graph.checkText(text, names[column], at: scanner.place(column))
    guard text.utf8.count <= SourceLimits.scalarLength else { return }
    attributes.append(Attribute(names[column], text))
  }

  /// Keeps a number within a range; another is left out with a warning.
  private mutating func keepNumber(
    _ column: Int, _ names: [String], in range: ClosedRange<Double>, _ attributes: inout [Attribute]
  ) {
    guard !scanner.isEmpty(column) else { return }
    guard let value = DecimalNumber.lenientValue(of: scanner.text(column)), range.contains(value) else {
      return leaveOut(column, names, "is no number from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
    }
    attributes.append(Attribute(names[column], scanner.text(column)))
  }

  private mutating func leaveOut(_ column: Int, _ names: [String], _ reason: String) {
    graph.repair(
      at: scanner.place(column), "\(names[column]) '\(scanner.text(column).clipped)' \(reason), and is left out")
  }

  private mutating func keepCoordinates(_ layout: GDELTLayout, _ names: [String], _ attributes: inout [Attribute]) {
    func isZero(_ column: Int) -> Bool { DecimalNumber.lenientValue(of: scanner.text(column)) == 0 }
    if isZero(layout.latitude), isZero(layout.longitude) {
      return graph.repair(
        at: scanner.place(layout.latitude),
        "latitude and longitude 0 are a place in the sea that stands for none, and are left out")
    }
    keepNumber(layout.latitude, names, in: -90...90, &attributes)
    keepNumber(layout.longitude, names, in: -180...180, &attributes)
  }
}
