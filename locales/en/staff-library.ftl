library-theme-unknown = { $count ->
    [0] There is no theme “{ $name }”. There are no themes yet: first take in a programme with thuispost import programme.
   *[other] There is no theme “{ $name }”. There are: { $known }.
}
library-theme-ambiguous = Several themes are called “{ $name }”. Choose: { $known }.
library-book-unknown = { $count ->
    [0] There is no picture book “{ $name }”. There are no books yet: first take in a programme with thuispost import programme.
   *[other] There is no picture book “{ $name }”. There are: { $known }.
}
library-book-ambiguous = Several picture books are called “{ $name }”. Choose: { $known }.
