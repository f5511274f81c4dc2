using Classifier.Clauses;
using Xunit;

namespace Classifier.Tests.Clauses;

/// <summary>Languages of documents and clauses.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "The Member States shall see to it that nobody is cut off from the network.")]
    [InlineData("fr", "Les États Membres veillent à ce que nul ne soit privé de l'accès au réseau.")]
    [InlineData("es", "Los Estados Miembros velarán por que nadie quede privado del acceso a la red.")]
    [InlineData("ru", "Государства-Члены следят за тем, чтобы никто не был отключен от сети.")]
    [InlineData("ar", "تحرص الدول الأعضاء على ألا يحرم أحد من النفاذ إلى الشبكة.")]
    [InlineData("zh", "成员国须确保任何人不被剥夺接入网络的权利。")]
    [InlineData("und", "12 345 / 67")]
    public void Text_InAKnownLanguage_IsTold(string code, string text) => Assert.Equal(code, TypedDocument.Segment(text).Language);

    [Fact]
    public void ShortClause_TakesTheLanguageOfItsDocument()
    {
        ProposalDocument document = TypedDocument.Segment("La red es libre.", "", "Los Estados Miembros velarán por que nadie quede privado del acceso a la red.");
        Assert.Equal(["es", "es"], document.Clauses.Select(clause => clause.Language));
    }
}
