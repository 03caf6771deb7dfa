import FormatTestSupport
import NetworkFormats
import Testing

@testable import NetworkReading

@Suite("A zip archive of one file is read within limits, or refused")
struct ZipTests {
  private let text = Array("a b 1\nb c 2\n".utf8)

  private func problem(_ bytes: [UInt8], name: String = "a.zip") -> String? {
    do throws(Diagnostics) {
      _ = try InputFile(name: name, bytes: bytes).unpacked()
      return nil
    } catch {
      return error.list.first?.description
    }
  }

  @Test("T17: the one file comes out, beside folders too")
  func oneFile() throws {
    #expect(try Zip().decompress(SmallArchive(["a.csv": text]).bytes) == text)
    #expect(try Zip().decompress(SmallArchive(["in/": [], "in/a.csv": text]).bytes) == text)
    var packed = SmallArchive(["a.csv": text + text + text])
    packed.isCompressed = true
    #expect(try Zip().decompress(packed.bytes) == text + text + text)
    let file = InputFile(name: "in/net.EDGES.zip", bytes: SmallArchive(["x": text]).bytes)
    #expect(try file.unpacked().bytes == text && file.unpackedName == "in/net.EDGES")
    #expect(try FormatRegistry().read(file).network.id == "net")
  }

  @Test("C42, T17: none, several, encrypted, links, ways out of the folder and wrong sums are refused")
  func refused() {
    #expect(problem(SmallArchive([:]).bytes)?.contains("the zip archive holds no file") == true)
    let two = problem(SmallArchive(["a.csv": text, "b.csv": text]).bytes)
    #expect(
      two == "a.zip:1:1: error: the zip archive holds 2 files, the first of them 'a.csv' "
        + "(unpack it by hand, and read the file that you want)")
    var archive = SmallArchive(["a.csv": text])
    archive.flags = 1
    #expect(problem(archive.bytes)?.contains("is encrypted") == true, "\(problem(archive.bytes) ?? "")")
    archive = SmallArchive(["a.csv": text])
    archive.mode = 0o120777
    #expect(problem(archive.bytes)?.contains("is a link or leads out of its folder") == true)
    for name in ["../a.csv", "/etc/a.csv", "x/../../a.csv", "..\\a.csv"] {
      #expect(problem(SmallArchive([name: text]).bytes)?.contains("leads out of its folder") == true, "\(name)")
    }
    archive = SmallArchive(["a.csv": text])
    archive.checksumError = 1
    #expect(
      problem(archive.bytes)?.contains("cut off or damaged: CRC error") == true, "\(problem(archive.bytes) ?? "")")
    #expect(problem(text)?.contains("ends in .zip, but it is not a zip archive") == true)
  }

  @Test("C42: archives in archives, and gzip in them, are refused")
  func nested() throws {
    let inner = SmallArchive(["a.csv": text]).bytes
    #expect(problem(SmallArchive(["b.zip": inner]).bytes)?.contains("compressed twice") == true)
    #expect(problem(SmallArchive(["b.gz": try Gzip().compress(text)]).bytes)?.contains("compressed twice") == true)
    #expect(problem(try Gzip().compress(inner), name: "a.gz")?.contains("compressed twice") == true)
  }

  @Test("C42: what would grow past the limit is refused before it has")
  func bomb() {
    var zip = Zip()
    zip.limits.size = 4
    #expect(throws: ZipFailure.tooLarge(reason: zip.limits.reason(outOf: 1))) {
      try zip.decompress(SmallArchive(["a": text]).bytes)
    }
    var archive = SmallArchive(["a": [UInt8](repeating: 0x20, count: 8 << 20)])
    archive.isCompressed = true
    let packed = archive.bytes
    #expect(packed.count < 20_000)
    #expect(throws: ZipFailure.tooLarge(reason: UnpackingLimits().reason(outOf: packed.count))) {
      try Zip().decompress(packed)
    }
    #expect(problem(packed)?.contains("as decompression bombs do") == true)
    #expect(UnpackingLimits().bytes(outOf: 20_000) == 2_000_000)
    #expect(UnpackingLimits().bytes(outOf: 10) == 1 << 20)
    #expect(UnpackingLimits().bytes(outOf: .max) == 512 << 20)
  }

  @Test("T18: an archive that is cut off anywhere is refused")
  func cut() {
    let whole = SmallArchive(["a.csv": text]).bytes
    for length in 4..<whole.count {
      #expect(problem(Array(whole.prefix(length)))?.contains("cut off or damaged") == true, "\(length)")
    }
  }

  @Test("T18: a flipped bit gives a refusal or the same file")
  func flipped() {
    let whole = SmallArchive(["a.csv": text]).bytes
    for i in 4..<whole.count {
      var spoilt = whole
      spoilt[i] ^= 0x10
      if let read = try? Zip().decompress(spoilt) { #expect(read == text, "bit flipped at \(i)") }
    }
  }
}
