import HTMLTree
import TextLayout

/// What an inspector asks about the page; nothing of it is kept or done while nobody asks.
extension Simulator {
    /// Where an element is on the page, in view or not.
    package func pageRectangles(of node: NodeID) -> [Rect] {
        prepareWindow()
        return document.isAlive(node) ? page.window.rectangles(of: node) : []
    }

    /// What the cascade decided about an element and why; nil for one that is not on the page.
    package func styleReport(of node: NodeID) -> StyleReport? {
        prepareWindow()
        return page.window.styleReport(of: node)
    }

    /// What of the page's styles means nothing here.
    package var ignoredDeclarations: IgnoredDeclarations {
        prepareWindow()
        return page.window.ignoredDeclarations
    }

    /// What one of the page's style sheets is called: the address of its link, or its place among the others.
    package func sheetName(_ number: Int) -> String {
        let elements = page.window.sheetElements
        guard elements.indices.contains(number), document.isAlive(elements[number]) else {
            return "style \(number + 1)"
        }
        let path = document.attribute("href", of: elements[number])?.prefix { $0 != "?" && $0 != "#" }
        return path?.split(separator: "/").last.map(String.init) ?? "style \(number + 1)"
    }

    /// Labels the elements in view, so that one can be picked by its label.
    package func showElementLabels() {
        hintLabels.hide()
        prepareWindow()
        elementLabels.show()
    }

    package func hideElementLabels() { elementLabels.hide() }

    /// Takes a key while elements are labelled; the page hears nothing of it.
    package func pressInElementLabels(_ key: Key) -> PickOutcome { elementLabels.press(key) }
}
