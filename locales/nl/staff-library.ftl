library-theme-unknown = { $count ->
    [0] Er is geen thema “{ $name }”. Er zijn nog geen thema's: neem eerst een programma op met thuispost import programme.
   *[other] Er is geen thema “{ $name }”. Wel: { $known }.
}
library-theme-ambiguous = Er zijn meer thema's “{ $name }”. Kies: { $known }.
library-book-unknown = { $count ->
    [0] Er is geen prentenboek “{ $name }”. Er zijn nog geen boeken: neem eerst een programma op met thuispost import programme.
   *[other] Er is geen prentenboek “{ $name }”. Wel: { $known }.
}
library-book-ambiguous = Er zijn meer prentenboeken “{ $name }”. Kies: { $known }.
