"""What programs in which texts are annotated write, one small file each."""
