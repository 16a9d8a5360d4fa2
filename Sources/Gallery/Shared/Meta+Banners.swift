import Viewfinder

extension Meta {
    /// A banner for every flash message, which a click or its key takes away.
    ///
    /// They stand in an element of their own, so that what follows them stays the same element when they come and go.
    var banners: Rendered {
        """
        <div id="banners">\(flash.map { key, message in
            #"<p class="\#(key)" phx-click="lv:clear-flash" phx-value-key="\#(key)">\#(message)</p>"# as Rendered
        })</div>
        """
    }
}
