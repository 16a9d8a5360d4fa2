import HTMLTree
import Testing

@Suite struct FileTests {
    @Test(arguments: [
        (0, "0 B"), (999, "999 B"), (1000, "1 kB"), (1500, "1.5 kB"), (9999, "9.9 kB"), (12_345, "12 kB"),
        (999_999, "999 kB"), (2_048_000, "2 MB"), (5_100_000_000, "5.1 GB"), (3_000_000_000_000_000, "3000 TB"),
    ])
    func `A size is told in two digits or three`(size: Int, text: String) {
        #expect(ChosenFile(name: "a", size: size).sizeText == text)
    }

    @Test func `Files are chosen in file inputs only, satisfy what requires one, and go with a reset`() throws {
        let document = Document(parsing: "<form><input type=file required><input type=text></form>")
        let file = try #require(document.first(try Selector("[type=file]"), below: document.root))
        let text = try #require(document.first(try Selector("[type=text]"), below: document.root))
        #expect(document.validityProblem(of: file) == .missing(.file))
        document.setFiles([ChosenFile(name: "a.txt", size: 3), ChosenFile(name: "b.txt", size: 4)], of: file)
        document.setFiles([ChosenFile(name: "a.txt", size: 3)], of: text)
        #expect(document.validityProblem(of: file) == nil)
        #expect(document.value(of: file) == "a.txt")
        #expect(document.files(of: text) == [])
        document.resetValue(of: file)
        #expect(document.files(of: file) == [])
    }
}
