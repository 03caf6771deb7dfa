import Testing

@testable import NetworkReading

@Suite struct InputFileTests {
  private func problem(_ bytes: [UInt8]) -> String {
    do {
      _ = try InputFile(name: "f", bytes: bytes).text()
      return ""
    } catch {
      return error.list.map(\.description).joined()
    }
  }

  /// From the examples of FIPS 180-4.
  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func `the hash of a file is that of its bytes`(_ text: String, _ hash: String) throws {
    #expect(try InputFile(name: "f", bytes: Array(text.utf8)).sha256() == hash)
  }

  @Test(
    arguments: [
      ("C01", [], "f:1:1: error: the file is empty"), ("C02", Array(" \n\t".utf8), "f:1:1: error: the file is empty"),
      ("C04", [0xFF, 0xFE, 0x61, 0x00], "f:1:1: error: the file is UTF-16 (save it as UTF-8"),
      ("C05", [0x61, 0x00, 0x62, 0x00], "f:1:2: error: a NUL character"),
      ("C06", [0x61, 0x0A, 0x62, 0xE9, 0x63], "f:2:2: error: byte 3 is not UTF-8 (0xE9)"),
      ("C06", [0xEF, 0xBB, 0xBF, 0x61, 0xE9], "f:1:2: error: byte 4 is not UTF-8 (0xE9)"),
      ("C07", [0x61, 0xC0, 0xAF], "f:1:2: error: byte 1 is not UTF-8 (0xC0)"),
      ("C07", [0x61, 0xED, 0xA0, 0x80], "f:1:2: error: byte 1 is not UTF-8"),
      ("C07", [0xC3, 0xA9, 0xE2, 0x82], "f:1:2: error: byte 2 is not UTF-8"),
      ("C08", [0xC3, 0xA9, 0x0A, 0xE9, 0x20], "f:2:1: error: byte 3 is not UTF-8 (0xE9)"),
      ("C09", [0x61, 0x0A, 0x62, 0x00], "f:2:2: error: a NUL character"),
    ] as [(String, [UInt8], String)])
  func refuses(_ id: String, _ bytes: [UInt8], _ start: String) {
    #expect(problem(bytes).hasPrefix(start), "\(id): \(problem(bytes))")
    #expect(throws: Diagnostics.self) { try InputFile(name: "f", bytes: bytes).checkedStart() }
  }

  @Test func leavesTheByteOrderMarkOut() throws {
    let file = InputFile(name: "f", bytes: [0xEF, 0xBB, 0xBF] + Array("a".utf8))
    #expect(try file.text() == "a")
    #expect(try file.checkedStart() == 3)
  }
}
