import Reporting
import Testing

@Suite("Tables as text")
struct TableTextTests {
  @Suite("For a terminal")
  struct Terminal {
    @Test("Words stand left, numbers right, a rule below the headings, nothing at the end of a line")
    func alignment() {
      var table = Table(
        "Title", statement: "Statement.", columns: [.words("actor"), .numbers("score"), .words("note")])
      table.add(["Russia", "0.5", "x"])
      table.add(["European Union", "12", ""])
      table.notes = ["A note."]
      #expect(
        table.text(.table) == """
          Title
          Statement.

          actor           score  note
          ──────────────  ─────  ────
          Russia            0.5  x
          European Union     12
          A note.

          """)
    }

    @Test("Wide and combining characters keep columns in line")
    func scripts() {
      var table = Table(columns: [.words("actor"), .numbers("n")])
      table.add(["中国", "1"])
      table.add(["Cafe\u{301}", "2"])
      table.add(["Россия", "3"])
      #expect(
        table.text(.table) == """
          actor   n
          ──────  ─
          中国    1
          Cafe\u{301}    2
          Россия  3

          """)
    }

    @Test("What does not fit into 100 columns wraps inside its column; numbers never do")
    func wrapping() {
      var table = Table(columns: [.words("id"), .words("what"), .numbers("score")])
      let words = Array(repeating: "statement", count: 30).joined(separator: " ")
      table.add(["R1", words, "0.123456"])
      table.add(["R2", "short", "1"])
      let lines = table.text(.table).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(lines.map(\.displayWidth).max() ?? 0 <= 100)
      #expect(lines[2].hasPrefix("R1  statement"))
      #expect(lines[2].hasSuffix("0.123456"))
      #expect(lines[3].hasPrefix("    statement"))
      #expect(lines.joined().components(of: "statement") == 30)
    }

    @Test("Several wide columns share what room there is", arguments: [40, 60, 100, 200])
    func manyColumns(width: Int) {
      var table = Table(columns: (0..<4).map { .words("column \($0)") })
      let long = "a cell with a good many words in it, and nieuwsimpuls-2025-07-as-a-source"
      table.add([long, long, "short", long])
      let text = table.text(.table, style: TextStyle(width: width))
      #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= width }, "\(text)")
      #expect(text.components(of: "short") == 1)
    }

    @Test("Title, statement and notes wrap too")
    func headings() {
      let long = Array(repeating: "words", count: 50).joined(separator: " ")
      var table = Table(long, statement: long, columns: [.words("a")])
      table.notes = [long]
      let text = table.text(.table, style: TextStyle(width: 30))
      #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 30 })
      #expect(text.components(of: "words") == 150)
    }

    @Test("A table without rows is its headings, one without columns its words")
    func empty() {
      #expect(Table(columns: [.words("a"), .numbers("b")]).text(.table) == "a  b\n─  ─\n")
      var words = Table("Title", columns: [])
      words.notes = ["There is none."]
      #expect(words.text(.table) == "Title\nThere is none.\n")
    }

    @Test("Columns without headings have no rule either")
    func noHeadings() {
      var table = Table("T", columns: [.words(""), .words("")])
      table.add(["family", "betweenness"])
      #expect(table.text(.table) == "T\n\nfamily  betweenness\n")
    }

    @Test("Spaces in front of a cell set it in")
    func indented() {
      var table = Table(columns: [.words("what"), .numbers("count")])
      table.add(["actors", "5"])
      table.add(["  state", "4"])
      #expect(table.text(.table).contains("\n  state      4\n"))
    }

    @Test("A name with line breaks or escape codes neither breaks a row nor steers the terminal")
    func hostileNames() {
      var table = Table("T\u{1B}[2J", columns: [.words("actor"), .numbers("n")])
      table.add(["first\nsecond \u{1B}[31m\u{202E}x", "1"])
      let text = table.text(.table)
      #expect(!text.contains("\u{1B}"))
      #expect(!text.unicodeScalars.contains("\u{202E}"))
      #expect(text.split(separator: "\n").count == 4)
      #expect(text.contains("first second \\u{1B}[31m\\u{202E}x"))
    }
  }

  @Suite("CSV")
  struct CSV {
    private func fields(_ cells: [String]) -> String {
      var table = Table("no title", statement: "nothing", columns: cells.map { _ in .words("c") })
      table.add(cells)
      table.notes = ["no note"]
      return String(table.text(.csv).dropFirst(2 * cells.count - 1).dropFirst())
    }

    @Test("Headings and rows alone, lines end in CR LF")
    func lines() {
      var table = Table("Title", statement: "S", columns: [.words("actor"), .numbers("score")])
      table.add(["Russia", "0.5"])
      table.notes = ["Note"]
      #expect(table.text(.csv) == "actor,score\r\nRussia,0.5\r\n")
      #expect(Table(columns: [.words("a")]).text(.csv) == "a\r\n")
    }

    @Test(
      "Quotes, commas and line breaks are quoted as RFC 4180 says, and nothing else is",
      arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "\"a\nb\""),
        ("a\rb", "\"a\rb\""), ("a\r\nb", "\"a\r\nb\""), ("", ""), (" spaced", "\" spaced\""), ("a b", "a b"),
        ("a;b", "a;b"), ("\"", "\"\"\"\""), ("Россия", "Россия"),
      ])
    func quoting(cell: String, field: String) {
      #expect(fields([cell, "x"]) == "\(field),x\r\n")
    }

    @Test("What is written is read back by the rules of RFC 4180")
    func roundTrip() {
      let rows = [["a", "b,\"c\"\r\nd", ""], ["\"", "\n", ","], [" x ", "é\u{301}", "中"]]
      var table = Table(columns: [.words("1"), .words("2"), .words("3")])
      for row in rows { table.add(row) }
      #expect(read(table.text(.csv)) == [["1", "2", "3"]] + rows)
    }

    // case 29-csv-formulas-and-escapes
    @Test(
      "A text that a spreadsheet would run has an apostrophe in front; numbers never have",
      arguments: [
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("-x", "'-x"), ("+1+1", "'+1+1"), ("\tx", "'\tx"), ("'=1", "''=1"),
        ("=a,b", "\"'=a,b\""), ("-0.5", "-0.5"), ("+3", "+3"), ("−0.5", "−0.5"), ("plain", "plain"),
      ])
    func formulas(cell: String, field: String) {
      #expect(fields([cell, "x"]) == "\(field),x\r\n")
      var raw = TextStyle()
      raw.guardsFormulas = false
      var table = Table(columns: [.words("=c"), .numbers("n")])
      table.add([cell, "1"])
      #expect(table.text(.csv).hasPrefix("'=c,n\r\n"))
      #expect(table.text(.csv, style: raw) == "=c,n\r\n\(cell.contains(",") ? "\"\(cell)\"" : cell),1\r\n")
    }

    @Test(
      "In a column of numbers only what could be a formula is guarded",
      arguments: [("-inf", "-inf"), ("+0.5 (3)", "+0.5 (3)"), ("-1e-05", "-1e-05"), ("=1", "'=1"), ("-x()", "'-x()")])
    func numbers(cell: String, field: String) {
      var table = Table(columns: [.numbers("n")])
      table.add([cell])
      #expect(table.text(.csv) == "n\r\n\(field)\r\n")
    }

    /// A reader of RFC 4180, character by character.
    private func read(_ text: String) -> [[String]] {
      var rows: [[String]] = []
      var row: [String] = []
      var field = ""
      var isQuoted = false
      let scalars = Array(text.unicodeScalars)
      var i = 0
      while i < scalars.count {
        switch scalars[i] {
        case "\"" where isQuoted && i + 1 < scalars.count && scalars[i + 1] == "\"":
          field += "\""
          i += 1
        case "\"": isQuoted.toggle()
        case "," where !isQuoted:
          row.append(field)
          field = ""
        case "\r" where !isQuoted: break
        case "\n" where !isQuoted:
          rows.append(row + [field])
          row = []
          field = ""
        default: field.unicodeScalars.append(scalars[i])
        }
        i += 1
      }
      return rows
    }
  }

  @Suite("Markdown")
  struct Markdown {
    @Test("A heading, a sentence, a table with aligned columns and notes")
    func table() {
      var table = Table("Title", statement: "Statement.", columns: [.words("actor"), .numbers("score")])
      table.add(["Russia", "0.5"])
      table.notes = ["Note."]
      #expect(
        table.text(.markdown) == """
          ## Title

          Statement.

          | actor | score |
          | --- | ---: |
          | Russia | 0.5 |

          Note.

          """)
    }

    @Test(
      "What Markdown or HTML would read is escaped, and a cell stays one cell",
      arguments: [
        ("a|b", "a\\|b"), ("*x*", "\\*x\\*"), ("a_b", "a\\_b"), ("`c`", "\\`c\\`"), ("<script>", "\\<script\\>"),
        ("[x](y)", "\\[x\\](y)"), ("a\\b", "a\\\\b"), ("a\nb", "a b"), ("a\r\nb", "a b"), ("plain", "plain"),
      ])
    func escaping(cell: String, escaped: String) {
      var table = Table(columns: [.words("c")])
      table.add([cell])
      #expect(table.text(.markdown) == "| c |\n| --- |\n| \(escaped) |\n")
    }

    @Test("A table without columns is its words")
    func words() {
      #expect(Table("Title", statement: "None.", columns: []).text(.markdown) == "## Title\n\nNone.\n\n")
    }
  }
}

extension String {
  /// How often a word occurs.
  fileprivate func components(of word: String) -> Int {
    split(separator: word, omittingEmptySubsequences: false).count - 1
  }
}
