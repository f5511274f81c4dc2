namespace Classifier.Clauses;

/// <summary>Collects the fields of a head, line by line.</summary>
/// <param name="bodySize">Font size in points of most of the document.</param>
internal sealed class HeadReading(double bodySize)
{
    private string _source = "", _number = "", _meeting = "", _date = "", _item = "", _title = "", _language = "", _addendum = "";
    private bool _meetingOpen;

    /// <summary>True where a line larger or bolder than the text is the title.</summary>
    public bool HasPlainTitle { get; private set; }

    /// <summary>How many lines were known by their own wording.</summary>
    public int Fields { get; private set; }

    public ProposalMetadata Metadata => new()
    {
        Source = _source,
        DocumentNumber = _number,
        Meeting = _meeting,
        Date = _date,
        AgendaItem = _item,
        Title = _title,
        OriginalLanguage = _language,
    };

    /// <summary>Takes a paragraph into the head.</summary>
    /// <returns>False where it is not part of the head: it says nothing that a head says, and source and title are known.</returns>
    public bool Take(Paragraph paragraph, IReadOnlyList<string> pieces)
    {
        string whole = paragraph.Text.Proposed();
        if (HeadField.Read(whole) is { } only)
        {
            Set(only);
            return true;
        }
        List<string> names = [];
        foreach (string piece in pieces)
        {
            if (HeadField.Read(piece) is { } field) Set(field);
            else if (piece.Length > 0) names.Add(piece);
        }
        return names.Count == 0 || TakeName(paragraph, names.Count == pieces.Count ? whole : string.Join(' ', names));
    }

    private void Set(HeadField field)
    {
        if (field.Kind is not HeadFieldKind.Organ and not HeadFieldKind.Presenter) Fields++;
        _meetingOpen = false;
        switch (field.Kind)
        {
            case HeadFieldKind.DocumentNumber: Keep(ref _number, _addendum.Length > 0 ? $"{_addendum} {field.Value}" : field.Value); break;
            case HeadFieldKind.Addendum: _addendum = field.Value; break;
            case HeadFieldKind.Date: Keep(ref _date, field.Value); break;
            case HeadFieldKind.OriginalLanguage: Keep(ref _language, field.Value); break;
            case HeadFieldKind.AgendaItem: Keep(ref _item, field.Value); break;
            case HeadFieldKind.Addressee: Keep(ref _meeting, field.Value); break;
            case HeadFieldKind.Subject: Keep(ref _title, field.Value); break;
            case HeadFieldKind.Presenter: Keep(ref _source, field.Value); break;
            // The session says more than the body's name, which it follows.
            case HeadFieldKind.Session: _meeting = field.Value; break;
        }
    }

    private bool TakeName(Paragraph paragraph, string name)
    {
        if (name.Length is 0 or > 220) return false;
        bool source = HeadNames.IsSource(name), title = HeadNames.IsTitle(name), meeting = HeadNames.IsMeeting(name) && !title && !source;
        // The name of a conference may run over two lines, the second with its acronym: "Rules (WCTR-27)".
        if (_meetingOpen && (name.StartsWith('(') || name.EndsWith(')')))
        {
            _meeting = $"{_meeting} {name}";
            _meetingOpen = false;
            return true;
        }
        if (meeting && _meeting.Length == 0)
        {
            _meeting = name;
            _meetingOpen = !name.EndsWith(')');
            return true;
        }
        _meetingOpen = false;
        // A bold line was taken for the title before the line came that says it is one.
        if (title && !source && _title.Length > 0 && _source.Length == 0 && !HeadNames.IsTitle(_title)) (_source, _title) = (_title, "");
        bool strong = paragraph.Bold || paragraph.FontSize > 1.15 * bodySize || Characters.AllCapitals(name);
        if (title && (!source || strong) && (_title.Length == 0 || !HeadNames.IsTitle(_title))) _title = name;
        else if (_source.Length == 0 && source) _source = name;
        else if (_title.Length == 0 && strong) _title = name;
        else if (_source.Length == 0 && (paragraph.Centred || strong || Fields == 0)) _source = name;
        else if (_title.Length == 0 && paragraph.Centred) _title = name;
        else return false;
        HasPlainTitle |= strong && _title == name;
        return true;
    }

    private static void Keep(ref string field, string value)
    {
        if (field.Length == 0) field = value;
    }
}
