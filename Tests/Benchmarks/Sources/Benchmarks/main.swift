// Prints one line for each figure; with words, only for the figures whose names have one of them.
let words = CommandLine.arguments.dropFirst()
let all = EngineFigures.all + PageFigures.all + ScenarioFigures.all + TemplateFigures.all
for benchmark in all where words.isEmpty || words.contains(where: { benchmark.name.contains($0) }) {
    print(benchmark.line())
}
