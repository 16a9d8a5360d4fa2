import HTMLTree
import LiveProtocol

/// What lives as long as one loaded page: its document, what belongs to its nodes, its views and their connection.
final class Page {
    let document: Document
    var url: PageURL
    var title = ""

    init(document: Document, url: PageURL) {
        self.document = document
        self.url = url
    }
}
