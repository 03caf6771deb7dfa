import NetworkFormats
import Testing

@Suite struct PositionReaderTests {
  private func read(_ text: String) throws(Diagnostics) -> PositionRecord {
    try PositionReader(extent: 14_400).read(InputFile(name: "p.json", bytes: Array(text.utf8)))
  }

  @Test func placesAndPageAreRead() throws {
    let record = try read(
      """
      {"unit": "pt", "data": null, "page": {"x": -3, "y": 7.1e-15, "width": 842.0, "height": 595},
       "positions": {"A": {"x": 1.5, "y": 2, "width": 40}, "B b": {"x": -14400, "y": 14400}}}
      """)
    #expect(record.places["A"]?.x == 1.5 && record.places["A"]?.y == 2)
    #expect(record.places["B b"]?.x == -14_400 && record.places.count == 2)
    #expect(record.page?.corner.x == -3 && record.page?.width == 842 && record.page?.height == 595)
    #expect(try read(#"{"positions": {}}"#).page == nil)
  }

  /// case 26-positions-page
  @Test(
    "What is wrong in a file of positions is told with its place",
    arguments: [
      (#"{"positions": {"A": {"x": 1, "y": 2}, "A": {"x": 3, "y": 4}}}"#, "p.json:1:39: error: duplicate key 'A'"),
      (#"{"positions": {"A": {"x": 1, "x": 2, "y": 3}}}"#, "p.json:1:30: error: duplicate key 'x'"),
      (
        "{\"page\": {\"x\": 0, \"y\": 0,\n \"width\": 1e300, \"height\": 5},\n\"positions\": {}}",
        "p.json:2:11: error: width"
      ),
      (
        #"{"page": {"x": 1e300, "y": 0, "width": 9, "height": 5}, "positions": {}}"#,
        "p.json:1:16: error: x of the page"
      ),
      (
        #"{"page": {"x": 0, "y": -1e17, "width": 9, "height": 5}, "positions": {}}"#,
        "p.json:1:24: error: y of the page"
      ),
      (
        #"{"page": {"x": 0, "y": 0, "width": 9, "height": 0}, "positions": {}}"#,
        "p.json:1:49: error: height of the page"
      ),
      (#"{"page": {"x": 0, "y": 0, "width": 100000, "height": 9}, "positions": {}}"#, "p.json:1:36: error: width"),
      (#"{"page": {"x": 0, "y": 0, "width": 9}, "positions": {}}"#, "p.json:1:10: error: the page has no height"),
      (#"{"page": 5, "positions": {}}"#, "p.json:1:10: error: the page is a single value"),
      (#"{"positions": {"A": {"x": "1", "y": 2}}}"#, "p.json:1:27: error: x of the place of 'A' is '1'"),
      (#"{"positions": {"A": {"x": 1e400, "y": 2}}}"#, "p.json:1:27: error: x of the place of 'A'"),
      (#"{"positions": {"A": {"x": 20000, "y": 2}}}"#, "p.json:1:27: error: x of the place of 'A' is 20000"),
      (#"{"positions": {"A": {"y": 2}}}"#, "p.json:1:21: error: the place of 'A' has no x"),
      (#"{"positions": {"A": [1, 2]}}"#, "p.json:1:21: error: the place of 'A' is a list"),
      (#"{"positions": []}"#, "p.json:1:15: error: positions is a list"),
      (#"{"network": "t"}"#, "p.json:1:1: error: there are no positions here"),
      ("[]", "p.json:1:1: error: the file is a list"),
      (#"{"positions": {"A": {"x": 1, "y": 2}},}"#, "p.json:1:39: error: a key in double quotes is missing"),
      (#"{"positions": {"A": {"x": NaN, "y": 2}}}"#, "p.json:1:27: error: 'NaN' is not a JSON value"),
    ])
  func problems(text: String, message: String) {
    let error = #expect(throws: Diagnostics.self) { try read(text) }
    #expect(error?.list.first?.description.hasPrefix(message) == true, "\(error?.list.first?.description ?? "")")
  }
}
