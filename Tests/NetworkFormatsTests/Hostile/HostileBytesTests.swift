import ActorModel
import Testing

@testable import NetworkFormats

@Suite("Hostile bytes, in every format")
struct HostileBytesTests {
  @Test("C01: an empty file is refused as empty", arguments: HostileForm.withEvents)
  func c01(_ form: HostileForm) { form.expectRefusal("", "empty") }

  @Test("C02: nothing but spaces or comments is refused", arguments: HostileForm.withEvents)
  func c02(_ form: HostileForm) {
    form.expectRefusal(" \n\t\n", "empty")
    if let comment = form.comment { form.expectRefusal(comment + comment) }
  }

  @Test("C03: a byte order mark is passed over", arguments: HostileForm.withEvents)
  func c03(_ form: HostileForm) { form.expectActors(["alpha", "beta"], in: "\u{FEFF}" + form.text()) }

  @Test("C04: UTF-16 is read in XML, and refused by its name elsewhere", arguments: HostileForm.withEvents)
  func c04(_ form: HostileForm) {
    for marks in [[0xFF, 0xFE] as [UInt8], [0xFE, 0xFF]] {
      let units = form.text().utf16.flatMap { unit in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return marks[0] == 0xFF ? pair : pair.reversed()
      }
      if HostileForm.xmlForms.contains(where: { $0.id == form.id }) {
        #expect(form.read(marks + units).network?.actors.map(\.id) == ["alpha", "beta"], "\(form.id)")
      } else {
        form.expectRefusal(marks + units, "UTF-16")
      }
    }
  }

  @Test("C05: UTF-16 without a mark, and UTF-32, are refused", arguments: HostileForm.withEvents)
  func c05(_ form: HostileForm) {
    form.expectRefusal(form.text().utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    form.expectRefusal(form.text().utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    form.expectRefusal(form.text().unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0] })
  }

  /// The form's bytes with some in place of the second id.
  private func bytes(_ form: HostileForm, _ raw: [UInt8]) -> [UInt8] {
    let marker = Array("beta".utf8)
    var result: [UInt8] = []
    let all = Array(form.text().utf8)
    var i = 0
    while i < all.count {
      if all[i...].starts(with: marker) {
        result += raw
        i += marker.count
      } else {
        result.append(all[i])
        i += 1
      }
    }
    return result
  }

  @Test(
    "C06, C07, C08: Latin-1, overlong forms, surrogates, cut sequences and mixtures are refused at their byte",
    arguments: HostileForm.withEvents)
  func c06(_ form: HostileForm) {
    let faults: [[UInt8]] = [
      [0x62, 0xE9, 0x62], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xC3, 0xA9, 0xE9, 0x62], [0xFF],
    ]
    let place = bytes(form, [0xE9]).firstIndex(of: 0xE9) ?? 0
    for fault in faults {
      let spoilt = bytes(form, fault)
      form.expectRefusal(spoilt, "is not UTF-8")
    }
    let message = form.read(bytes(form, [0xE9])).messages.first ?? ""
    #expect(message.contains("byte \(place) is not UTF-8 (0xE9)"), "\(form.id): \(message)")
    // At the end of the file a character is cut off.
    form.expectRefusal(Array(form.text().utf8) + [0xE2, 0x82], "is not UTF-8")
  }

  @Test("C09: a NUL inside a name is refused", arguments: HostileForm.withEvents)
  func c09(_ form: HostileForm) { form.expectRefusal(form.text("al\0pha")) }

  @Test("C10: control characters are refused in ids, and escaped in the message", arguments: HostileForm.withEvents)
  func c10(_ form: HostileForm) {
    for control in ["\u{1}", "\u{1B}[2J", "\u{7F}"] {
      let outcome = form.read(form.text("a\(control)b"))
      // Where ids are numbers the text is a name, in which such a character is warned of.
      #expect(outcome.isRefused || form.numbersActors, "\(form.id)")
      #expect(!outcome.messages.isEmpty, "\(form.id)")
      #expect(outcome.messages.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } })
    }
  }

  @Test("C11: all line ends are read, and lines are counted in each", arguments: HostileForm.withEvents)
  func c11(_ form: HostileForm) {
    let text = form.text()
    let wrong = form.text(weight: "nonsense")
    let ends = ["\n", "\r\n", "\r"]
    let places = ends.map { form.read(wrong.replacing("\n", with: $0)).messages.first?.prefix { $0 != " " } }
    for end in ends {
      form.expectActors(["alpha", "beta"], in: text.replacing("\n", with: end))
      form.expectRefusal(wrong.replacing("\n", with: end), "nonsense")
    }
    #expect(Set(places).count == 1, "\(form.id): \(places)")
    // Mixed in one file: every second line ends in another way.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let mixed = lines.enumerated().map { $1 + ends[$0 % 3] }.joined()
    form.expectActors(["alpha", "beta"], in: mixed)
  }

  @Test("C12: a last line without an end is read", arguments: HostileForm.withEvents)
  func c12(_ form: HostileForm) {
    var text = form.text()
    while text.last == "\n" { text.removeLast() }
    form.expectActors(["alpha", "beta"], in: text)
  }

  @Test("C13: a file that is cut off is refused, or holds whole records only", arguments: HostileForm.withEvents)
  func c13(_ form: HostileForm) {
    let bytes = Array(form.text("alphabet", "betatron").utf8)
    for length in 0..<bytes.count {
      guard let network = form.read(Array(bytes.prefix(length))).network else { continue }
      let rest = bytes[length...].allSatisfy { $0 == 0x0A }
      // Where a line is a record a file cannot tell that its last line is cut; what stands before it is whole. A matrix
      // or a list of vertices without names goes by numbers.
      let isWhole = network.actors.allSatisfy { actor in
        ["alphabet", "betatron"].contains(form.numbersActors ? actor.name : actor.id) || Int(actor.id) != nil
      }
      let isInsideLine = form.isLines && bytes.prefix(length).last != 0x0A
      #expect(isWhole || isInsideLine, "\(form.id) cut at \(length): \(network.actors.map(\.id))")
      #expect(rest || form.isLines, "\(form.id): read when cut at \(length) of \(bytes.count)")
    }
  }

  @Test("C14: two documents one after another, and junk behind the end, are refused", arguments: HostileForm.withEvents)
  func c14(_ form: HostileForm) {
    // A list of ties twice over is a longer list; two Pajek networks are chosen from, two matrices have odd rows.
    guard form.id != "edgelist" else { return }
    // An event that stands twice is one.
    if form.id == "gdelt" {
      form.expectActors(["alpha", "beta"], in: form.text() + form.text())
    } else {
      form.expectRefusal(form.text() + form.text())
    }
    form.expectRefusal(form.text() + "\n]]junk>\n")
  }

  @Test("C15: flipped bits give a refusal or a sound network", arguments: HostileForm.withEvents)
  func c15(_ form: HostileForm) {
    let bytes = Array(form.text("alpha", "βήτα").utf8)
    var state: UInt64 = 15
    for _ in 0..<800 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var flipped = bytes
      flipped[Int(state >> 33) % bytes.count] ^= 1 << UInt8(state >> 29 & 7)
      switch form.read(flipped) {
      case .refused(let problems): #expect(problems.contains { $0.severity == .error })
      case .read(let imported): #expect(imported.network.content.problems().allSatisfy { $0.severity != .error })
      }
    }
  }
}
