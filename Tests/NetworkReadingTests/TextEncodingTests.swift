import ActorModel
import NetworkFormats
import Testing

@testable import NetworkReading

@Suite struct TextEncodingTests {
  private func network(_ bytes: [UInt8], _ encoding: TextEncoding?) throws -> ActorNetwork {
    var options = ReadOptions()
    options.encoding = encoding
    return try FormatRegistry().read(InputFile(name: "a.csv", bytes: bytes), options: options).network
  }

  @Test func readsEachEncodingThatIsSaid() throws {
    #expect(try network([0x5A, 0xFC, 0x2C, 0x62], .latin1).actors[0].id == "Zü")
    #expect(try network([0x80, 0x9F, 0x2C, 0x62], .windows1252).actors[0].id == "€Ÿ")
    #expect(try network([0xFF, 0xFE, 0xFC, 0, 0x2C, 0, 0x62, 0], .utf16).actors[0].id == "ü")
    #expect(try network([0xFE, 0xFF, 0, 0xFC, 0, 0x2C, 0, 0x62], .utf16).actors[0].id == "ü")
    #expect(try network([0xEF, 0xBB, 0xBF, 0xC3, 0xBC, 0x2C, 0x62], .utf8).actors[0].id == "ü")
  }

  @Test func neverGuesses() {
    for bytes in [[0x5A, 0xFC, 0x2C, 0x62], [0xFF, 0xFE, 0xFC, 0, 0x2C, 0]] as [[UInt8]] {
      #expect(throws: Diagnostics.self) { try network(bytes, nil) }
    }
    #expect(throws: Diagnostics.self) { try network(Array("a,b\n".utf8), .utf16) }
    // A byte that stands for no character becomes a control character, which no id may have.
    #expect(throws: Diagnostics.self) { try network([0x81, 0x2C, 0x62], .windows1252) }
  }

  @Test func leavesTextsOfASCIIAndXMLAsTheyAre() throws {
    #expect(try network(Array("a,b\n".utf8), .windows1252).actors.map(\.id) == ["a", "b"])
    var options = ReadOptions()
    options.encoding = .latin1
    let text =
      "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph edgedefault='directed'><node id='ü'/></graph></graphml>"
    let read = try FormatRegistry().read(InputFile(name: "a.graphml", bytes: Array(text.utf8)), options: options)
    #expect(read.network.actors[0].id == "ü")
  }
}
