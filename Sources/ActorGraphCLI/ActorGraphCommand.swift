import ArgumentParser

/// The program.
@main
struct ActorGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actorgraph",
    abstract: "Who does what to whom: networks of actors, with the evidence behind every number.",
    usage: "actorgraph COMMAND FILE… [options]",
    discussion: """
      Examples, from the repository's root:
        actorgraph check Graphs/moscow-kabul.yaml
        actorgraph rank Graphs/moscow-kabul.yaml --measure betweenness
        actorgraph paths Graphs/moscow-kabul.yaml --from Russia --to EU
        actorgraph compare Graphs/moscow-kabul.yaml --from 2024-12-31 --to 2025-07-08
        actorgraph draw Graphs/moscow-kabul.yaml -o kabul.svg

      Exit codes: 0 done; 64 usage; 65 data at fault; 66 no such input; 70 internal error;
      73 cannot create output; 74 input or output failed; 130 interrupted.
      """,
    version: Manifest.version,
    subcommands: [
      Check.self, Info.self, Rank.self, Paths.self, Groups.self, Compare.self, Draw.self, Convert.self,
      Algorithms.self, Schema.self,
    ])
}
