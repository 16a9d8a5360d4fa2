import Viewfinder

/// The first page: every view with a line about it.
struct IndexView: LiveView {
    struct Context: LiveContext {}

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Viewfinder</h1>
        <p>Live views in your terminal. Tab moves, Enter opens, alt+left comes back, ? shows all keys.</p>
        <table>
          <tbody>\(Exhibit.all.map { exhibit in
            """
            <tr>
              <td><a href="\(exhibit.path)" data-phx-link="redirect" data-phx-link-state="push">\(exhibit.name)</a></td>
              <td>\(exhibit.about)</td>
            </tr>
            """ as Rendered
          })</tbody>
        </table>
        """
    }
}
