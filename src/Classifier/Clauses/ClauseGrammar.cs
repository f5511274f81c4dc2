using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>
/// Reads paragraphs in order and says of each what it is, under which headings and in which proposal it stands. Drafters mark the turns
/// of their texts (action lines, "Reasons:", lead-ins, headings), so one pass that remembers the last turn is enough.
/// </summary>
internal sealed class ClauseGrammar(IReadOnlyList<Paragraph> paragraphs, Genre genre, string documentSource)
{
    private enum Part { Open, Recitals, Operative }

    private readonly HeadingReader _headings = new(paragraphs);
    private readonly TableColumns _columns = new(paragraphs);
    private readonly RowTitles _rows = new(paragraphs);
    private readonly HeadingPath _path = new();
    private readonly Chapeau _chapeau = new();
    private readonly List<ClauseDraft> _drafts = [];
    private readonly List<RemovedText> _asides = [];
    private ActionLine? _action;
    private bool _actionJustRead, _inReasons;
    private Part _part = Part.Open;
    private double? _underLabel;
    private bool _organSpoke;
    private string _source = documentSource;

    /// <summary>The clauses in reading order; paragraphs that are none (action lines, source lines) are left out.</summary>
    public (IReadOnlyList<ClauseDraft> Drafts, IReadOnlyList<RemovedText> SetAside) Read()
    {
        for (int i = 0; i < paragraphs.Count; i++)
        {
            Paragraph paragraph = paragraphs[i];
            switch (paragraph.Kind)
            {
                case RegionKind.TableHead or RegionKind.TableCell: ReadCell(paragraph); break;
                case RegionKind.Footnote: ReadNote(paragraph); break;
                default: ReadBody(paragraph, Neighbour(i, -1), Neighbour(i, 1), i); break;
            }
        }
        return (_drafts, _asides);
    }

    private Paragraph? Neighbour(int index, int step)
    {
        for (int i = index + step; i >= 0 && i < paragraphs.Count; i += step)
            if (paragraphs[i].Kind != RegionKind.Footnote) return paragraphs[i];
        return null;
    }

    private void ReadBody(Paragraph paragraph, Paragraph? last, Paragraph? next, int index)
    {
        if (ActionLine.Read(paragraph.Text.Text) is { } action)
        {
            StartProposal(action, paragraph);
            return;
        }
        if (PartSource.Read(paragraphs, index, _action) is { } source)
        {
            if (source.Name.Length > 0) _source = source.Name;
            (_action, _inReasons, _part) = (null, false, Part.Open);
            _path.Leave(0);
            _asides.Add(paragraph.SetAside("part_head"));
            return;
        }
        bool reason = LeadIns.OpensReason(paragraph.Text.Text);
        if (reason)
        {
            (_inReasons, _part, _actionJustRead) = (_action is not null || _inReasons, Part.Open, false);
            _chapeau.Clear();
            Add(paragraph, new NumberedText("", null, paragraph.Text), ClauseKind.Reason);
            return;
        }
        NumberedText text = NumberReader.Read(paragraph, expected: _actionJustRead);
        if (_action is { Provision.Length: > 0 } && _actionJustRead && text.Number.Length == 0) text = text with { Number = _action.Provision };
        string whole = text.Whole.Length > 0 ? text.Whole : paragraph.Text.Text;
        if (_headings.Rank(paragraph, whole, text.Opening, last, next, _underLabel) is { } rank)
        {
            EnterHeading(paragraph, text, whole, rank);
            return;
        }
        _underLabel = null;
        _actionJustRead = false;
        Add(paragraph, text, KindOf(text));
    }

    private void StartProposal(ActionLine action, Paragraph paragraph)
    {
        _asides.Add(paragraph.SetAside("action_line"));
        _action = action;
        (_actionJustRead, _inReasons, _underLabel) = (true, false, null);
        _chapeau.Clear();
        if (_part != Part.Open)
        {
            _part = Part.Open;
            _path.Leave(HeadingReader.LeadInRank);
        }
    }

    private void EnterHeading(Paragraph paragraph, NumberedText text, string whole, double rank)
    {
        // The ordinal of a section ("II. Articles") is part of its title; "12." before the title of a bill's section is what it is cited by.
        if (text.Number.Length > 0 && (NumberPattern.IsTitleOrdinal(text.Number) || HeadingReader.LabelRank(whole) is not null)) text = new NumberedText("", null, paragraph.Text);
        if (_inReasons)
        {
            (_inReasons, _action) = (false, null);
        }
        _path.Leave(rank);
        Add(paragraph, text, ClauseKind.Heading);
        string shown = text.Body.Proposed();
        if (text.Number.Length > 0) shown = $"{text.Number} {shown}".Trim();
        _path.Enter(shown, rank);
        _part = rank < HeadingReader.LeadInRank ? Part.Open : LeadIns.OpensRecital(whole) ? Part.Recitals : Part.Operative;
        _underLabel = HeadingReader.LabelRank(whole);
        _chapeau.Clear();
        if (rank >= HeadingReader.LeadInRank) _chapeau.Open(whole);
    }

    private ClauseKind KindOf(NumberedText text)
    {
        if (_inReasons) return ClauseKind.Reason;
        string body = text.Body.Proposed();
        if (body.Length == 0) body = text.Body.Text;
        if (_part == Part.Recitals) return ClauseKind.Recital;
        if (Definition.Opens(body) && (genre.IsLegislative || _action is not null || _path.Any(Wording.NamesDefinitions))) return ClauseKind.Definition;
        if (_part == Part.Operative) return ClauseKind.Provision;
        // "The Conference (Place, Year)," names who speaks; nothing is said yet.
        if (Wording.IsEnactingOrgan(body))
        {
            _organSpoke = true;
            return ClauseKind.Paragraph;
        }
        if (text.Number.Length == 0 && LeadIns.OpensRecital(body) && (_organSpoke || body[^1] is ',' or ';')) return ClauseKind.Recital;
        if (_organSpoke && _action is null && (text.Number.Length > 0 || LeadIns.OpensOperative(body))) return ClauseKind.Provision;
        if (_action is not null) return ClauseKind.Provision;
        if (_path.Any(Wording.NamesPreamble)) return ClauseKind.Recital;
        if (text.Number.Length > 0 && genre.IsOperative && LeadIns.OpensOperative(body)) return ClauseKind.Provision;
        if (_path.Any(Wording.NamesArticles)) return ClauseKind.Provision;
        return genre.IsLegislative && !genre.HasActionLines && !_path.Any(Wording.NamesExplanation) ? ClauseKind.Provision : ClauseKind.Paragraph;
    }

    private void ReadCell(Paragraph paragraph)
    {
        string head = paragraph.Cell is { } place ? _columns.HeadOf(place) : "";
        if (paragraph.Kind == RegionKind.TableHead || _rows.IsAcross(paragraph))
        {
            _drafts.Add(Draft(paragraph, new NumberedText("", null, paragraph.Text), ClauseKind.Heading));
            return;
        }
        NumberedText text = NumberReader.Read(paragraph, expected: paragraph.Cell is { } cell && _columns.IsNumbered(cell));
        // "Article 3 – Security of communications" is the title of a row.
        if (HeadingReader.LabelRank(text.Whole) is not null) text = new NumberedText("", null, paragraph.Text);
        ClauseDraft draft = Draft(paragraph, text, ClauseKind.TableCell);
        string[] above = [.. new[] { _rows.Over(paragraph), head }.Where(title => title.Length > 0)];
        _drafts.Add(draft with
        {
            HeadingPath = [.. draft.HeadingPath, .. above],
            InRevisedText = paragraph.Cell is { } at && _columns.IsRevised(at),
        });
    }

    private void ReadNote(Paragraph paragraph)
    {
        int length = NoteLabel.Length(paragraph.Text.Text);
        MarkedText body = paragraph.Text.From(length);
        while (body.Text.StartsWith(' ')) body = body.From(1);
        if (body.Text.Length == 0)
        {
            // A lone figure at a page's foot is its number, not a note.
            _asides.Add(paragraph.SetAside("page_number"));
            return;
        }
        if (Citation.IsAll(body.Proposed())) _asides.Add(paragraph.SetAside("citation"));
        else _drafts.Add(Draft(paragraph, new NumberedText(paragraph.Text.Text[..length], null, body), ClauseKind.Footnote));
    }

    private void Add(Paragraph paragraph, NumberedText text, ClauseKind kind)
    {
        string context = kind is ClauseKind.Heading or ClauseKind.Reason ? "" : _chapeau.Over(text);
        _drafts.Add(Draft(paragraph, text, kind) with { Context = context });
    }

    private ClauseDraft Draft(Paragraph paragraph, NumberedText text, ClauseKind kind) => new()
    {
        Paragraph = paragraph,
        Number = text.Number,
        Body = text.Body,
        Kind = kind,
        HeadingPath = _path.Texts,
        Proposal = _action?.Proposal ?? "",
        Action = kind == ClauseKind.Reason ? "" : _action?.Action ?? "",
        Source = _source,
        InRevisedText = !genre.HasActionLines && (genre.IsResolution || genre.IsLegislative),
    };
}
