import Viewfinder

extension RootLayout {
    static let gallery = RootLayout(title: "Viewfinder", styleSheet: GalleryStyleSheet.text)

    /// The gallery's, with a lamp that burns on from page to page.
    static let cellar = RootLayout(
        title: "Viewfinder", styleSheet: GalleryStyleSheet.text,
        stickyViews: [liveView(LampView(), id: "lamp", container: ViewContainer("footer", ["class": "lamp"]))])
}
