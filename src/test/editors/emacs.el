;;; emacs.el --- What a user of Eglot sees  -*- lexical-binding: t -*-

;; A batch has no commands and is never idle: what Eglot does after a command, or when nothing is
;; typed, is called by name.

(defvar root default-directory)

(defun say (what) (message "emacs: %s" what))

(defun await (what there)
  "Wait until THERE is true, and give it back; fail with WHAT."
  (let ((end (+ (float-time) 120)) (seen nil))
    (while (and (not (setq seen (funcall there))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless seen
      (message "%s" (buffer-string))
      (error "Waited in vain for %s" what))
    (say what)
    seen))

(defun go (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun open (file)
  (find-file (expand-file-name (concat "project/" file) root))
  (run-hooks 'post-command-hook)
  (await (concat "server on " file) (lambda () (eglot-current-server))))

(defun finding (text)
  (eglot--signal-textDocument/didChange)
  (flymake-start)
  (seq-find (lambda (found) (string-match-p text (flymake-diagnostic-text found)))
            (flymake-diagnostics)))

(setq eglot-sync-connect 120 eglot-confirm-server-initiated-edits nil create-lockfiles nil
      make-backup-files nil)
(progn
  (open "close.process.yaml")
  ;; Findings come, and go with their cause.
  (go "assignee: writer")
  (end-of-line)
  (insert "2")
  (await "finding of an unknown person" (lambda () (finding "writer2")))
  ;; A person is completed.
  (delete-region (line-beginning-position) (line-end-position))
  (insert "      assignee: el")
  (completion-at-point)
  (await "completed person"
         (lambda () (string-match-p "^      assignee: elena$" (buffer-string))))
  (await "no finding of a person" (lambda () (not (finding "writer2"))))
  ;; A date is hovered.
  (go "WD8")
  (await "hover of a date"
         (lambda ()
           (let ((shown nil))
             (run-hook-wrapped 'eldoc-documentation-functions
                               (lambda (documents)
                                 (funcall documents
                                          (lambda (text &rest _) (push text shown)))
                                 nil))
             (accept-process-output nil 0.5)
             (seq-find (lambda (text) (and (stringp text) (string-match-p "2025-01-13" text)))
                       shown))))
  ;; It is formatted.
  (go "title: Provide")
  (forward-char 6)
  (insert "   ")
  (eglot-format-buffer)
  (unless (string-match-p "title: Provide" (buffer-string)) (error "Not formatted"))
  (say "formatted text")
  (save-buffer)
  ;; A key is renamed across files.
  (open "entity-close.template.yaml")
  (go "recon-ar")
  (eglot-rename "receivables")
  (save-some-buffers t)
  (unless (string-match-p "task(receivables).done" (buffer-string))
    (error "The reference was not renamed"))
  (with-temp-buffer
    (insert-file-contents (expand-file-name "project/close.process.yaml" root))
    (go "{ from: entities/us/recon-ar, to: entities/us/receivables }"))
  (say "renamed across files")
  (eglot-shutdown (eglot-current-server)))
