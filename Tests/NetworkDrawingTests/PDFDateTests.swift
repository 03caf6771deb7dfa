import Testing

@testable import NetworkDrawing

@Suite struct PDFDateTests {
  /// A document whose table says where two things stand, one before the date and one after it.
  private func document(_ date: String) -> String {
    let head = "%PDF-1.5\n1 0 obj\n<< /Length 3 >>\nendobj\n"
    let info = "2 0 obj\n<< /Producer (cairo)\n   /CreationDate (D:\(date))\n>>\nendobj\n"
    let catalog = "3 0 obj\n<< /Type /Catalog >>\nendobj\n"
    let offsets = [9, head.utf8.count, head.utf8.count + info.utf8.count]
    let lines = offsets.map { String(repeating: "0", count: 10 - String($0).count) + String($0) + " 00000 n \n" }
    let body = head + info + catalog
    return body + "xref\n0 4\n0000000000 65535 f \n" + lines.joined()
      + "trailer\n<< /Size 4 >>\nstartxref\n\(body.utf8.count)\n%%EOF\n"
  }

  private func removed(_ text: String) -> String {
    String(decoding: PDFDate.removed(from: Array(text.utf8)), as: UTF8.self)
  }

  @Test(
    "Day and time zone are taken out, and the table leads to where things stand then",
    arguments: ["20261130140512+14'00", "20261130140512-09'30", "19700101000000+00'00", "20261130140512Z"])
  func dates(date: String) {
    #expect(removed(document(date)) == document("20000101000000Z"))
  }

  @Test(
    "A document without a date, or without a table to mend, stays as it is",
    arguments: [
      "", "(", "/CreationDate (D:", "%PDF-1.5 and nothing else that matters here",
      "/CreationDate (D:20261130140512+14'00) startxref\n99999999\n",
      "/CreationDate (D:20261130140512+14'00) xref\n0 9\nstartxref\n39\n%%EOF",
    ])
  func others(text: String) { #expect(removed(text) == text) }
}
