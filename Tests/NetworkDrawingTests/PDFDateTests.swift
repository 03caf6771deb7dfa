import Testing

@testable import NetworkDrawing

@Suite struct PDFDateTests {
  @Test(
    "Day and time zone are taken out, and every byte stays at its place",
    arguments: ["20261130140512+14'00", "20261130140512-09'30", "19700101000000+00'00", "20261130140512Z"])
  func removed(date: String) {
    let text = "<< /Producer (cairo)\n   /CreationDate (D:\(date))\n>>\nendobj 1234 -5"
    let result = String(decoding: PDFDate.removed(from: Array(text.utf8)), as: UTF8.self)
    let zone = date.hasSuffix("Z") ? "Z" : "+00'00"
    #expect(result == text.replacing(date, with: "20000101000000" + zone))
  }

  @Test func aDocumentWithoutADateStaysAsItIs() {
    for text in ["", "(", "/CreationDate (D:", "%PDF-1.5 and nothing else that matters here"] {
      #expect(PDFDate.removed(from: Array(text.utf8)) == Array(text.utf8))
    }
  }
}
