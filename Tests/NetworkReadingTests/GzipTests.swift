import Testing

@testable import NetworkReading

@Suite("gzip is read within limits, or refused")
struct GzipTests {
  static let text =
    Array(String(repeating: "The quick brown fox. ", count: 500).utf8) + (0..<2000).map { UInt8($0 * 7 % 251) }

  @Test("What was compressed comes back, at any size", arguments: [0, 1, 100, 131_072, 300_000])
  func roundTrip(size: Int) throws {
    var state: UInt32 = 1
    let bytes = (0..<size).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 28)
    }
    let packed = try Gzip().compress(bytes)
    #expect(Gzip.recognises(packed))
    #expect(try Gzip().decompress(packed) == bytes)
    #expect(try Gzip().compress(bytes) == packed)
  }

  @Test("Members one after another are one file; zeros may pad it")
  func members() throws {
    let packed = try Gzip().compress(Self.text)
    #expect(try Gzip().decompress(packed + packed) == Self.text + Self.text)
    #expect(try Gzip().decompress(packed + [0, 0, 0]) == Self.text)
    #expect(throws: GzipFailure.junk(offset: packed.count)) { try Gzip().decompress(packed + [1]) }
  }

  @Test("A file cut off anywhere is refused")
  func truncated() throws {
    let packed = try Gzip().compress(Self.text)
    for length in 0..<packed.count {
      #expect(throws: GzipFailure.self) { try Gzip().decompress(Array(packed.prefix(length))) }
    }
  }

  @Test("A wrong checksum is refused, and no flipped bit gives other contents")
  func flipped() throws {
    let packed = try Gzip().compress(Self.text)
    var wrong = packed
    wrong[packed.count - 8] ^= 1
    #expect(throws: GzipFailure.damaged(offset: packed.count - 4, reason: "incorrect data check")) {
      try Gzip().decompress(wrong)
    }
    for i in packed.indices {
      wrong = packed
      wrong[i] ^= 0x10
      if let read = try? Gzip().decompress(wrong) { #expect(read == Self.text, "bit flipped at \(i)") }
    }
  }

  @Test("C42: a bomb ends before it has grown")
  func bomb() throws {
    let zeros = [UInt8](repeating: 0x20, count: 8 << 20)
    let packed = try Gzip().compress(zeros)
    #expect(throws: GzipFailure.tooLarge(reason: UnpackingLimits().reason(outOf: packed.count))) {
      try Gzip().decompress(packed)
    }
    let small = [UInt8](repeating: 0x20, count: 1 << 20)
    #expect(try Gzip().decompress(Gzip().compress(small)) == small)
    var gzip = Gzip()
    gzip.limits.size = 1000
    #expect(throws: GzipFailure.tooLarge(reason: "the file unpacks to more than 0 MiB")) {
      try gzip.decompress(Gzip().compress(Self.text))
    }
  }

  @Test("C42: other archives, gzip twice and a wrong name are refused with what to do")
  func archives() throws {
    func problem(_ name: String, _ bytes: [UInt8]) -> String? {
      do throws(Diagnostics) {
        _ = try InputFile(name: name, bytes: bytes).unpacked()
        return nil
      } catch {
        return error.list.first?.description
      }
    }
    let packed = try Gzip().compress(Self.text)
    let twice = try Gzip().compress(packed)
    #expect(
      problem("a.xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 1])
        == "a.xz:1:1: error: the file is compressed with xz (unpack it first; gzip and zip are the compressions that are "
        + "read)")
    #expect(problem("a.gz", twice) == "a.gz:1:1: error: the file is compressed twice (unpack it once)")
    #expect(
      problem("a.csv.gz", Array("a,b".utf8))
        == "a.csv.gz:1:1: error: the file's name ends in .gz, but it is not gzip (take .gz off its name, or compress it)"
    )
    #expect(problem("a.csv", Array("BZh,b".utf8)) == nil)
    #expect(problem("a.csv.gz", packed) == nil)
    #expect(InputFile(name: "x/a.csv.gz", bytes: []).unpackedName == "x/a.csv")
  }
}
