import ActorModel
import NetworkReading

/// What else a row says.
extension GDELTFeed {
  /// What the row says beside the event itself, under GDELT's own names.
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
      remark(
        .warningOnce(key: "place '\(country.clipped)'"), layout.placeCountry,
        "ActionGeo_CountryCode '\(country.clipped)' is no code of FIPS 10-4, and is kept")
    }
    keepCoordinates(layout, names, &attributes)
    return attributes
  }

  private mutating func keep(_ column: Int, _ names: [String], _ attributes: inout [Attribute]) {
    guard !scanner.isEmpty(column) else { return }
    let text = scanner.text(column)
    check(text, names[column], column)
    guard text.utf8.count <= SourceLimits.scalarLength else { return }
    attributes.append(Attribute(names[column], text))
  }

  /// Keeps a number within a range; another is left out with a warning.
  private mutating func keepNumber(
    _ column: Int, _ names: [String], in range: ClosedRange<Double>, _ attributes: inout [Attribute]
  ) {
    guard !scanner.isEmpty(column) else { return }
    guard let value = DecimalNumber.lenientValue(of: scanner.text(column)), range.contains(value) else {
      let reason = "is no number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
      return remark(
        .repair, column, "\(names[column]) '\(scanner.text(column).clipped)' \(reason), and is left out")
    }
    attributes.append(Attribute(names[column], scanner.text(column)))
  }

  private mutating func keepCoordinates(_ layout: GDELTLayout, _ names: [String], _ attributes: inout [Attribute]) {
    func isZero(_ column: Int) -> Bool { DecimalNumber.lenientValue(of: scanner.text(column)) == 0 }
    if isZero(layout.latitude), isZero(layout.longitude) {
      return remark(
        .repair, layout.latitude,
        "latitude and longitude 0 are a place in the sea that stands for none, and are left out")
    }
    keepNumber(layout.latitude, names, in: -90...90, &attributes)
    keepNumber(layout.longitude, names, in: -180...180, &attributes)
  }
}
