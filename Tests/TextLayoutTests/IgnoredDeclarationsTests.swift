import Testing

@testable import TextLayout

/// What the inspector lists of a page's styles.
@Suite struct IgnoredDeclarationsTests {
    @Test func `what means nothing is listed with its place`() {
        let picture = Picture(
            """
            <style>p {
              color: green;
              box-shadow: 0 0 1px; color: nonsense
            }
            @media print { .late { transition: none } }</style>
            <style>.own { --x: 1; width: var(--x) }</style>
            <p class="own flex hover:flex shadow-lg late" style="cursor: pointer; margin: 0">x</p>
            <p class=shadow-lg style="cursor: pointer">y</p>
            """, columns: 20)
        let found = picture.page.ignoredDeclarations()
        let lines = found.counts.map { declaration, count in
            let place =
                switch declaration.place {
                case .sheet(let number, let line, let selector): "\(number):\(line) \(selector)"
                case .attribute: "style"
                case .className: "class"
                }
            return "\(place) \(declaration.property): \(declaration.value) x\(count)"
        }
        #expect(
            lines.sorted() == [
                "0:3 p box-shadow: 0 0 1px x1", "0:3 p color: nonsense x1", "0:5 .late transition: none x1",
                "class shadow-lg:  x2", "style cursor: pointer x2",
            ])
        #expect(!found.isCut)
    }

    @Test func `the list is no longer than it may be`() {
        let sheet = (0..<3000).map { "p { none\($0): 1 }" }.joined(separator: "\n")
        let found = Picture("<style>\(sheet)</style><p>x", columns: 20).page.ignoredDeclarations()
        #expect(found.counts.count == IgnoredDeclarations.limit)
        #expect(found.isCut)
    }
}
