import Foundation
import Testing

@testable import HTMLTree

/// The public tree construction tests.
@Suite(.enabled(if: SharedFiles.arePresent, "no conformance tests beside the checkout"))
struct TreeConstructionTests {
    static let files = SharedFiles.names(in: "tree-construction", extension: "dat")

    @Test("the trees of a conformance file are built", arguments: files)
    func buildsTrees(file: String) throws {
        let text = String(decoding: try SharedFiles.contents(of: file, in: "tree-construction"), as: UTF8.self)
        let cases = TreeConstructionCase.cases(in: text)
        #expect(!cases.isEmpty)
        for (number, test) in cases.enumerated() {
            let found = outline(of: test)
            #expect(found == test.outline, "\(file) case \(number + 1): \(test.input)")
        }
    }

    private func outline(of test: TreeConstructionCase) -> String {
        guard let context = test.context else {
            let document = Document(parsing: test.input, isScriptingEnabled: test.isScriptingEnabled)
            return Outline(document: document).lines(below: document.root)
        }
        let document = Document()
        let name = context.split(separator: " ").last.map(String.init) ?? ""
        let namespace: Namespace =
            context.hasPrefix("svg ") ? .svg : context.hasPrefix("math ") ? .mathML : .html
        let element = document.createElement(name, namespace: namespace)
        let fragment = document.parseFragment(
            test.input, context: element, isScriptingEnabled: test.isScriptingEnabled)
        return Outline(document: document).lines(below: fragment)
    }
}
