import Foundation
import Testing

@Suite("Event tables on the command line")
struct EventTableTests {
  /// A row of GDELT 1.0, of 58 columns, made up.
  private func row(_ id: Int, _ first: String, _ second: String, day: String = "20130703", mentions: String = "3")
    -> String
  {
    var cells = [String](repeating: "", count: 58)
    cells.replaceSubrange(0..<5, with: ["\(id)", day, String(day.prefix(6)), String(day.prefix(4)), "2013.5014"])
    cells.replaceSubrange(5..<8, with: [first, first, String(first.prefix(3))])
    cells.replaceSubrange(15..<18, with: [second, second, String(second.prefix(3))])
    cells.replaceSubrange(25..<35, with: ["1", "043", "043", "04", "1", "2.8", mentions, "1", "1", "0.5"])
    cells[56] = "20130704"
    cells[57] = "https://news.example/\(id)"
    return cells.joined(separator: "\t") + "\n"
  }

  @Test("A table is ranked by countries, and a number is led back to its events and their reports")
  func ranking() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(
      "x.export.CSV", row(1, "RUSGOV", "AFGREB") + row(2, "PAK", "AFG") + row(3, "RUS", "PAKMIL") + row(4, "RUS", ""))
    let ranked = try await Program.run(
      "rank x.export.CSV --measure strength --roll-up all --at 2013-07-03 --format json", in: scratch.folder)
    #expect(ranked.status == 0, "\(ranked.errors)")
    #expect(ranked.errors.contains("1 events have one actor or none"), "\(ranked.errors)")
    #expect(ranked.output.contains("RUS") && !ranked.output.contains("\"RUSGOV\""), "\(ranked.output)")
    let converted = try await Program.run("convert x.export.CSV n.yaml", in: scratch.folder)
    #expect(converted.status == 0, "\(converted.errors)")
    let text = try String(contentsOfFile: scratch.folder + "/n.yaml", encoding: .utf8)
    #expect(text.contains("https://news.example/3") && text.contains("part-of: RUS"))
  }

  @Test("T19: bad rows end reading, or go to a table of their own with line and reason")
  func quarantine() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let bad = row(2, "PAK", "AFG", mentions: "0")
    try scratch.write("x.csv", row(1, "RUS", "AFG") + bad)
    try scratch.write("y.csv", row(3, "RUS", "AFG", day: "20130732") + row(4, "CHN", "AFG"))
    let refused = try await Program.run("convert x.csv n.yaml --quarantine bad.tsv", in: scratch.folder)
    #expect(refused.status == 65 && refused.errors.contains("x.csv:2:"), "\(refused.errors)")
    #expect(scratch.names == ["x.csv", "y.csv"])
    let merged = try await Program.run(
      "merge x.csv y.csv -o n.yaml --max-bad-rows 1 --quarantine bad.tsv", in: scratch.folder)
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.errors.contains("y.csv:1:3: warning: SQLDATE '20130732' is no day"), "\(merged.errors)")
    let table = try String(contentsOfFile: scratch.folder + "/bad.tsv", encoding: .utf8)
    let lines = table.split(separator: "\n").map(String.init)
    #expect(lines.count == 3 && lines[0] == "file\tline\treason\trow")
    #expect(lines[1] == "x.csv\t2\tNumMentions '0' is no whole number from 1 to 2147483647\t" + bad.dropLast())
    #expect(lines[2].hasPrefix("y.csv\t1\tSQLDATE '20130732' is no day\t3\t20130732"))
    let network = try String(contentsOfFile: scratch.folder + "/n.yaml", encoding: .utf8)
    let ids = network.matches(of: #/id: '(\d)'/#).map(\.output.1)
    #expect(ids == ["1", "4"])
    // A table that is there is written anew, and no other file is: it may be an input.
    for command in [
      "info x.csv --max-bad-rows 1 --quarantine ./x.csv", "compare y.csv x.csv --max-bad-rows 1 --quarantine x.csv",
    ] {
      let input = try await Program.run(command, in: scratch.folder)
      #expect(input.status == 73 && input.errors.contains("no table of rows set aside"), "\(input.errors)")
    }
    #expect(try String(contentsOfFile: scratch.folder + "/x.csv", encoding: .utf8) == row(1, "RUS", "AFG") + bad)
    let again = try await Program.run("info y.csv --max-bad-rows 1 --quarantine bad.tsv", in: scratch.folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try String(contentsOfFile: scratch.folder + "/bad.tsv", encoding: .utf8).split(separator: "\n").count == 2)
    let wrong = try await Program.run("info x.csv --max-bad-rows -1", in: scratch.folder)
    #expect(wrong.status == 64, "\(wrong.errors)")
  }

  @Test("An event table takes less memory than other files of its size, and is estimated so")
  func memory() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("x.csv", (0..<200).map { row($0, "RUS", "AFG") }.joined())
    let rooms = [("400K", Int32(0)), ("100K", 65)]
    for (limit, status) in rooms {
      let run = try await Program.run("check x.csv --memory-limit \(limit)", in: scratch.folder)
      #expect(run.status == status, "\(limit): \(run.errors)")
      #expect(status == 0 || run.errors.contains("reading x.csv"), "\(run.errors)")
    }
  }

  @Test("T20: merging a table with itself changes nothing")
  func merging() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("x.export.CSV", row(1, "RUS", "AFG") + row(2, "CHN", "PAK"))
    let once = try await Program.run("convert x.export.CSV once.yaml", in: scratch.folder)
    let twice = try await Program.run("merge x.export.CSV x.export.CSV -o twice.yaml", in: scratch.folder)
    #expect(once.status == 0 && twice.status == 0, "\(twice.errors)")
    let files = try ["once.yaml", "twice.yaml"].map {
      try String(contentsOfFile: scratch.folder + "/" + $0, encoding: .utf8)
    }
    #expect(files[0] == files[1])
  }
}
