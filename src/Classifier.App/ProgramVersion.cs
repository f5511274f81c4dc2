using System.Reflection;

namespace Classifier.App;

/// <summary>The program's version, as <c>--version</c> and <c>run.json</c> give it.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
