namespace Classifier.Clauses;

/// <summary>Collects the fields of a masthead, line by line.</summary>
/// <param name="bodySize">Font size in points of most of the document.</param>
internal sealed class MastheadFields(double bodySize)
{
    private string _source = "", _number = "", _meeting = "", _date = "", _item = "", _title = "", _language = "", _addendum = "";
    private bool _meetingOpen, _titleOpen, _titleConnects, _hasOtherName;

    // Longer lines name the matter themselves.
    private const int LongestConnector = 40;

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
        (_meetingOpen, _titleOpen) = (false, false);
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
        name = HeadNames.Plain(name);
        if (name.Length is 0 or > 220) return false;
        // Covers break a title where it reads well: "Submission to the Office / regarding the / Open Networks Bill".
        if (_titleOpen && (JoiningWords.End(_title) || char.IsLower(name[0]) || _titleConnects))
        {
            // "on the proposed" is not yet what it is on.
            _titleConnects = char.IsLower(name[0]) && name.Length < LongestConnector;
            _title = $"{_title} {name}";
            return true;
        }
        string before = _title;
        bool taken = Place(paragraph, name);
        _titleOpen = _title != before && _title == name;
        _titleConnects = false;
        return taken;
    }

    private bool Place(Paragraph paragraph, string name)
    {
        bool source = HeadNames.IsSource(name) && MaySpeak(name), title = HeadNames.IsTitle(name), meeting = HeadNames.IsMeeting(name) && !title && !source;
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
        bool onMasthead = _number.Length + _meeting.Length > 0;
        // A bold line was taken for the title before the line came that says it is one. On a masthead an office may speak; elsewhere it is spoken to.
        if (title && !source && _title.Length > 0 && _source.Length == 0 && !HeadNames.IsTitle(_title))
            (_source, _title) = ((MaySpeak(_title) || (onMasthead && HeadNames.IsAddress(_title))) && !HeadNames.IsPhrase(_title) ? _title : "", "");
        bool strong = paragraph.Bold || paragraph.FontSize > 1.15 * bodySize || Characters.AllCapitals(name);
        if (title && (!source || strong) && (_title.Length == 0 || !HeadNames.IsTitle(_title))) _title = name;
        else if (_source.Length == 0 && source) _source = name;
        else if (_title.Length == 0 && strong) _title = HeadNames.IsLegible(name) ? name : "";
        // On a masthead with its number or meeting a name of its own is the source's, whatever it is called; elsewhere it may be anything.
        else if (_source.Length == 0 && onMasthead && !name.Any(char.IsDigit) && (paragraph.Centred || strong) && MaySpeak(name) && !HeadNames.IsPhrase(name)) _source = name;
        else if (_source.Length == 0 && !_hasOtherName && (paragraph.Centred || strong || Fields == 0)) _hasOtherName = true;
        else if (_title.Length == 0 && paragraph.Centred) _title = name;
        else return false;
        HasPlainTitle |= strong && _title == name;
        return true;
    }

    // An addressee is not the source, and no name begins with a small letter, breaks off or ends like the first half of a title.
    private static bool MaySpeak(string name) => !HeadNames.IsAddress(name) && !Characters.StartsSmall(name) && !JoiningWords.End(name) && !name.EndsWith(':');

    private static void Keep(ref string field, string value)
    {
        if (field.Length == 0) field = value;
    }
}
