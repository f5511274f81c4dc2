namespace Classifier.Scores;

/// <summary>Which layer of the network a clause is about.</summary>
public enum Layer
{
    /// <summary>Neither layer.</summary>
    Neither,

    /// <summary>The means that carry traffic.</summary>
    Infrastructure,

    /// <summary>What is carried, or people because of it.</summary>
    Content,

    /// <summary>Both layers at once.</summary>
    Both,
}

/// <summary>What a clause would do to expression, privacy or the ability to communicate.</summary>
public enum RightsImpact
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It interferes, or authorises interference.</summary>
    Restricts,

    /// <summary>It guarantees a right or limits interference.</summary>
    Protects,
}

/// <summary>Who is to decide and control.</summary>
public enum Framing
{
    /// <summary>The question does not arise, or is left balanced.</summary>
    Neutral,

    /// <summary>Governments or intergovernmental bodies.</summary>
    StateCentric,

    /// <summary>Others than governments too, or governmental control is held back.</summary>
    Multistakeholder,
}

/// <summary>The legal force of a clause.</summary>
public enum Force
{
    /// <summary>Recital, definition, fact or argument.</summary>
    None,

    /// <summary>A duty, prohibition, power or right.</summary>
    Binding,

    /// <summary>A recommendation or invitation.</summary>
    Voluntary,
}

/// <summary>The rights a clause touches.</summary>
[Flags]
public enum Rights
{
    /// <summary>No right.</summary>
    None = 0,

    /// <summary>Freedom to seek, receive and impart information.</summary>
    Expression = 1,

    /// <summary>Confidentiality, personal data, anonymity.</summary>
    Privacy = 2,

    /// <summary>Being connected and using networks and services.</summary>
    Communication = 4,
}
