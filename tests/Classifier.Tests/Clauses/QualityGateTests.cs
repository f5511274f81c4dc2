using Classifier.Clauses;
using Classifier.Documents;
using Classifier.Layout;
using Xunit;

namespace Classifier.Tests.Clauses;

/// <summary>When a document's text is not trusted.</summary>
public sealed class QualityGateTests
{
    private const string Sentence = "The Member States shall see to it that nobody is cut off from the network without an order.";

    [Fact]
    public void CleanText_RaisesNothing()
    {
        QualityVerdict verdict = Judge([Sentence]);
        Assert.Empty(verdict.Issues);
        Assert.Equal(1, verdict.TextQuality);
    }

    [Fact]
    public void NoText_NeedsRecognition()
    {
        QualityVerdict verdict = Judge([null, null]);
        Assert.Equal(("no_text", Severity.Fatal), Of(Assert.Single(verdict.Issues)));
        Assert.Null(verdict.TextQuality);
    }

    [Fact]
    public void SomePagesWithoutText_AreNamed()
    {
        Issue issue = Assert.Single(Judge([Sentence, null, null, Sentence, null]).Issues);
        Assert.Equal(("no_text", Severity.Loss), Of(issue));
        Assert.StartsWith("Pages 2-3, 5 hold images", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Page 2 holds an image of text only and is not in the report")]
    [InlineData(2, "Pages 2-3 hold images of text only and are not in the report")]
    public void PagesWithoutText_AreSpokenOfInTheirNumber(int pages, string start) =>
        Assert.StartsWith(start, Assert.Single(Judge([Sentence, .. Enumerable.Repeat<string?>(null, pages)]).Issues).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\uE001\uE002\uE003 \uE004\uE005\uE006\uE007 \uE008\uE009 \uE001\uE002\uE003\uE004 \uE001\uE002\uE003 \uE00A\uE00B\uE00C\uE00D")]
    [InlineData("Wkh phpehu vwdwhv vkdoo vhh wr lw wkdw qrergb lv fxw rii xfkl klj krhtwz gfdsk mnbvcx wrtpsdfg xkcd")]
    public void GarbledText_IsRefused(string text) =>
        Assert.Contains(Judge([text]).Issues, issue => Of(issue) == ("garbled", Severity.Fatal));

    [Fact]
    public void TextWithVowelSigns_IsNotGarbled() =>
        Assert.DoesNotContain(Judge(["يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا مُتَسَاوِينَ فِي الْكَرَامَةِ وَالْحُقُوقِ"]).Issues, issue => issue.Category == "garbled");

    [Fact]
    public void OnePageGarbled_IsALoss() =>
        Assert.Contains(Judge([Sentence, "\uE001\uE002\uE003 \uE004\uE005\uE006\uE007", Sentence]).Issues, issue => Of(issue) == ("garbled", Severity.Loss) && issue.Page == 2);

    [Fact]
    public void WordsHiddenOnAnImage_AreALossAndNamed()
    {
        Issue issue = Assert.Single(Judge([Sentence, Sentence, Sentence], hidden: [2, 3]).Issues);
        Assert.Equal(("hidden_text", Severity.Loss), Of(issue));
        Assert.Equal(2, issue.Page);
        Assert.StartsWith("Pages 2-3 show images", issue.Message, StringComparison.Ordinal);
    }

    private static (string, Severity) Of(Issue issue) => (issue.Category, issue.Severity);

    private static QualityVerdict Judge(string?[] pages, params int[] hidden)
    {
        LaidOutDocument laidOut = TypedDocument.LayOut([.. pages.SelectMany(page => new[] { page ?? "", "---" })]);
        SourceDocument source = new()
        {
            PageCount = pages.Length,
            Issues = [],
            Pages = [.. pages.Select((text, i) => new DocumentPage
            {
                Number = i + 1,
                Width = 400,
                Height = 600,
                Words = [.. laidOut.Regions.Where(region => region.Page == i + 1).SelectMany(region => region.Lines).SelectMany(line => line.Words).Select(word => word.Source)],
                TurnedWords = [],
                Lines = [],
                HasImages = text is null || hidden.Contains(i + 1),
                HasHiddenText = hidden.Contains(i + 1),
            })],
        };
        return new QualityGate().Judge(source, laidOut, new ClauseSegmenter().Segment("id", laidOut));
    }
}
